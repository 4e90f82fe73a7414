using System.Collections.Frozen;

namespace Appliance.Dialog.Conversation;

/// <summary>
/// Every phrase the agent can say, with variants: the first is said first, the others on repeated asking.
/// {…} is filled from slots, tools or facts only. Short words, since callers and the far-end recogniser must understand them.
/// </summary>
public static class Phrases
{
    private static readonly FrozenDictionary<PhraseId, string[]> _table = new Dictionary<PhraseId, string[]>
    {
        [PhraseId.Greeting] = ["Thank you for calling {clinic}. This is the automated assistant. This call may be recorded. How can I help you?"],
        [PhraseId.GreetingUnrecorded] = ["Thank you for calling {clinic}. This is the automated assistant. How can I help you?"],
        [PhraseId.AskIntent] = ["How can I help you?", "Are you calling to book an appointment?", "Please say book an appointment, or a person."],
        [PhraseId.AskReason] = ["What is the reason for your visit?", "What is the reason for your visit? You can say a checkup, or a sore throat.", "Is it for a checkup, or are you sick?"],
        [PhraseId.AskDoctor] = ["Which doctor would you like to see?", "Would you like {doctors}? You can also say anyone is fine.", "Please say the name of the doctor, or say anyone is fine."],
        [PhraseId.AskDayAndTime] = ["What day works best for you?", "What day and time works best for you? You can say Tuesday at 2 PM.", "Would you like tomorrow, or next week?"],
        [PhraseId.AskTime] = ["What time works best for you?", "What time works best for you? You can say 2 PM, or in the morning."],
        [PhraseId.AskName] = ["What is your name?", "Could you say your first and last name?", "Please say your first name, and then your last name."],
        [PhraseId.AskFamilyName] = ["And what is your last name?", "Could you say your last name again?", "Could you spell your last name for me?"],
        [PhraseId.AskGivenName] = ["And what is your first name?", "Could you say your first name again?"],
        [PhraseId.AskSpelling] = ["Could you spell your last name for me?", "Please spell your last name, one letter at a time."],
        [PhraseId.CheckName] = ["I have {name}. Is that right?", "Is your name {name}?", "Is your name {name}? Please say yes or no."],
        [PhraseId.CheckSpelledName] = ["I have {name}, {letters}. Is that right?", "Is your name {name}? Please say yes or no."],
        [PhraseId.AskBirthDate] = ["What is your date of birth?", "Could you say your date of birth again? The month, the day, and the year.", "Please key in your date of birth, two digits for the month, two for the day, and four for the year."],
        [PhraseId.AskBirthYear] = ["And what year?", "What year were you born?"],
        [PhraseId.AskPhone] = ["What is the best phone number to reach you?", "Could you say your phone number again, one digit at a time?", "Please key in your phone number on your phone."],
        [PhraseId.AskWholePhone] = ["I only have {digits}. Could you say the whole number?"],
        [PhraseId.CheckPhone] = ["I have {phone}. Is that correct?", "Is your phone number {phone}?", "Is your phone number {phone}? Please say yes or no."],
        [PhraseId.Confirm] = ["Just to confirm, {when} with {doctor}, for {name}, born {birth}. Is that right?", "{when} with {doctor}, for {name}, born {birth}. Should I book that?", "{when} with {doctor}, for {name}, born {birth}. Please say yes or no."],
        [PhraseId.AskChange] = ["What would you like to change?", "Would you like to change the day, the time, or your name?", "Please say the day, the time, the doctor, my name, or my phone number."],
        [PhraseId.OfferTwo] = ["I have {first} or {second}. Which works better?"],
        [PhraseId.OfferOne] = ["I have {first}. Does that work for you?"],
        [PhraseId.WhichOffer] = ["Did you say {first} or {second}?", "Would you like the first one, {first}, or the second one, {second}?"],
        [PhraseId.HeldOpening] = ["I have {when} with {doctor}."],
        [PhraseId.NothingThen] = ["I'm sorry, I don't have {wish}."],
        [PhraseId.NothingEarlier] = ["I'm sorry, I don't have anything else there."],
        [PhraseId.NothingAtAll] = ["I'm sorry, I don't have anything in the next {days} days."],
        [PhraseId.JustTaken] = ["I'm sorry, that one was just taken."],
        [PhraseId.Booked] = ["Your appointment is booked for {when} with {doctor}."],
        [PhraseId.BookedReminder] = ["You are booked for {when}."],
        [PhraseId.AnythingElse] = ["Is there anything else I can help with?", "Can I help with anything else? Please say yes or no."],
        [PhraseId.UnknownDoctor] = ["I'm sorry, I don't have that doctor here. We have {doctors}."],
        [PhraseId.WhichDoctors] = ["We have {doctors}."],
        [PhraseId.ImpossibleDate] = ["I'm sorry, that date is not right."],
        [PhraseId.NotCaught] = ["I'm sorry, I didn't catch that."],
        [PhraseId.GotIt] = ["Okay."],
        [PhraseId.Sure] = ["Sure, I can help with that."],
        [PhraseId.Sorry] = ["I'm sorry."],
        [PhraseId.Welcome] = ["You're welcome."],
        [PhraseId.TakeYourTime] = ["Sure, take your time."],
        [PhraseId.OneMoment] = ["One moment while I check."],
        [PhraseId.StillThere] = ["Are you still there?"],
        [PhraseId.CannotHear] = ["I'm sorry, I can't hear you."],
        [PhraseId.GoodbyeSilent] = ["I still can't hear you. Please call again. Goodbye."],
        [PhraseId.Goodbye] = ["Thank you for calling. Goodbye."],
        [PhraseId.Transfer] = ["Let me get you to someone who can help with that. Please hold while I transfer you."],
        [PhraseId.Emergency] = ["If this is an emergency, please hang up and dial nine one one. Please hold while I transfer you."],
        [PhraseId.EmergencyNobody] = ["I'm sorry, nobody is available right now. Please hang up and dial nine one one."],
        [PhraseId.OfferCallback] = ["I can have someone call you back about that. Would you like that?", "Would you like someone to call you back? Please say yes or no."],
        [PhraseId.NobodyThere] = ["I'm sorry, nobody is available right now. Can someone call you back?", "Would you like someone to call you back? Please say yes or no."],
        [PhraseId.CallbackSaved] = ["Thank you. Someone will call you back. Goodbye."],
        [PhraseId.CallbackFailed] = ["I'm sorry, I can't do that right now. Please call again later. Goodbye."],
        [PhraseId.NoCalls] = ["Okay. I will tell the clinic not to call you. Goodbye."],
        [PhraseId.NotRecorded] = ["Okay, the recording is off. Please hold while I transfer you."],
        [PhraseId.IsRecorded] = ["Yes, this call may be recorded."],
        [PhraseId.IsRobot] = ["I am the automated scheduling assistant for {clinic}."],
        [PhraseId.HoursToday] = ["We are open {hours}."],
        [PhraseId.HoursOnDay] = ["On {day}, we are open from {opens} to {closes}."],
        [PhraseId.ClosedOnDay] = ["We are closed on {day}."],
        [PhraseId.ClosedForHoliday] = ["We are closed on {day} for {holiday}."],
        [PhraseId.WrongNumber] = ["No problem. Goodbye."],
        [PhraseId.Technical] = ["I'm sorry, I can't do that right now. Please hold while I transfer you."],
        [PhraseId.TooLong] = ["I'm sorry, this is taking long. Please hold while I transfer you."],
    }.ToFrozenDictionary();

    /// <summary>All phrases with their variants, unfilled: what a cache may render before the first call.</summary>
    public static IReadOnlyDictionary<PhraseId, string[]> All => _table;

    /// <summary>A phrase, filled. The last variant serves all later attempts.</summary>
    /// <param name="id">Which.</param>
    /// <param name="attempt">0 for the first asking.</param>
    /// <param name="values">What to fill in by name.</param>
    public static string Of(PhraseId id, int attempt = 0, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var variants = _table[id];
        var text = variants[Math.Clamp(attempt, 0, variants.Length - 1)];
        foreach (var (name, value) in values)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
