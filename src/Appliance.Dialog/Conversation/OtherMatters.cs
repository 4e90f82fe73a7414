using Appliance.Dialog.Speech;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>What callers may want that this version answers from facts, or takes a callback for.</summary>
internal static class OtherMatters
{
    /// <summary>What a callback would be about; null if the matter is not one for a callback.</summary>
    public static string? TopicOf(CallerIntent intent) => intent switch
    {
        CallerIntent.Reschedule => "Reschedule an appointment",
        CallerIntent.Cancel => "Cancel an appointment",
        CallerIntent.AskAppointment => "Question about an appointment",
        CallerIntent.Callback => "Asked for a callback",
        CallerIntent.Refill => "Prescription refill",
        CallerIntent.Records => "Results or records",
        CallerIntent.Billing => "Billing or insurance",
        CallerIntent.RunningLate => "Running late",
        CallerIntent.Question => "General question",
        CallerIntent.Language => "Wants another language",
        _ => null,
    };

    /// <summary>The answer from facts to a side question, or null if there is none.</summary>
    public static string? Answer(Understood heard, ConversationContext context) => heard.Intent switch
    {
        CallerIntent.Hours => Hours(heard, context),
        CallerIntent.WhichDoctors => Phrases.Of(PhraseId.WhichDoctors, 0, ("doctors", Wording.Doctors(context.Facts))),
        CallerIntent.AreYouRobot => Phrases.Of(PhraseId.IsRobot, 0, ("clinic", context.Facts.ClinicName)),
        CallerIntent.IsRecorded => Phrases.Of(PhraseId.IsRecorded),
        _ => null,
    };

    private static string Hours(Understood heard, ConversationContext context)
    {
        if (heard.Day is not { IsOneDay: true } day)
        {
            return Phrases.Of(PhraseId.HoursToday, 0, ("hours", Wording.Hours(context.Facts)));
        }

        var name = day.From.DayOfWeek.ToString();
        return context.Facts.HoursOn(day.From) is { } hours
            ? Phrases.Of(PhraseId.HoursOnDay, 0, ("day", name), ("opens", SpokenTime.Of(hours.Opens)), ("closes", SpokenTime.Of(hours.Closes)))
            : Wording.Closed(context.Facts, day.From, name);
    }
}
