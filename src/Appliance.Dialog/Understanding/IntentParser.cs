using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>What a caller wants, by key phrases. Specific wishes are tried before booking.</summary>
public static class IntentParser
{
    private static readonly (CallerIntent Intent, string[] Phrases)[] _rules =
    [
        (CallerIntent.AreYouRobot, ["are you a robot", "talking to a machine", "are you real", "are you human", "are you a machine", "is this a robot", "a real person or", "who is this", "who am i talking to"]),
        (CallerIntent.IsRecorded, ["is this recorded", "is this call recorded", "being recorded", "are you recording"]),
        (CallerIntent.WrongNumber, ["wrong number"]),
        (CallerIntent.Language, ["speak spanish", "en espanol", "habla", "another language", "interpreter"]),
        (CallerIntent.Cancel, ["cancel"]),
        (CallerIntent.Reschedule, ["reschedule", "move my appointment", "change my appointment", "move it to", "can't make it to my appointment", "change the appointment", "postpone"]),
        (CallerIntent.RunningLate, ["running late", "minutes late", "i'm outside"]),
        (CallerIntent.AskAppointment, ["confirm my appointment", "when is my appointment", "what time is my appointment", "calling about my appointment", "check my appointment"]),
        (CallerIntent.Refill, ["refill", "prescription", "i'm out of"]),
        (CallerIntent.Records, ["test results", "my results", "medical records", "my records", "lab results"]),
        (CallerIntent.Billing, ["my bill", "billing", "how much", "insurance", "do you take", "do you accept", "is accepted", "accepted", "account number", "member id"]),
        (CallerIntent.Hours, ["your hours", "what time do you open", "what time do you close", "are you open", "when do you open", "when do you close", "opening hours", "you close", "you open"]),
        (CallerIntent.WhichDoctors, ["which doctors", "what doctors", "who are the doctors", "who do you have"]),
        (CallerIntent.Callback, ["call me back", "leave a message", "call back", "callback", "that i called", "waiting list", "wait list"]),
        (CallerIntent.Question, ["where are you", "your address", "parking", "fast before", "need to bring", "how long is", "zip code", "send me a reminder", "text me", "phone number?", "another patient"]),
        (CallerIntent.Book,
        [
            "appointment", "book", "schedule", "come in", "be seen", "see doctor", "see a doctor", "see the doctor", "anything on", "anything available", "do you have anything", "have an opening", "an opening", "openings",
            "new patient", "need to see", "make a visit", "get in", "checkup", "available on",
        ]),
    ];

    /// <summary>The wish, or none.</summary>
    public static CallerIntent Parse(ImmutableArray<Word> words)
    {
        foreach (var (intent, phrases) in _rules)
        {
            if (words.HasAny(phrases))
            {
                return intent;
            }
        }

        return CallerIntent.None;
    }
}
