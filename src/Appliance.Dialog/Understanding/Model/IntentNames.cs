using System.Collections.Frozen;

namespace Appliance.Dialog.Understanding.Model;

/// <summary>Names of intents as a model reads and writes them, with what they mean.</summary>
public static class IntentNames
{
    private static readonly FrozenDictionary<CallerIntent, (string Name, string Meaning)> _all = new Dictionary<CallerIntent, (string, string)>
    {
        [CallerIntent.None] = ("none", "none of these, or unclear"),
        [CallerIntent.Book] = ("book", "wants an appointment"),
        [CallerIntent.Reschedule] = ("reschedule", "wants to move an appointment"),
        [CallerIntent.Cancel] = ("cancel", "wants to cancel an appointment"),
        [CallerIntent.AskAppointment] = ("ask_appointment", "asks about or confirms an appointment"),
        [CallerIntent.Hours] = ("hours", "asks when the clinic is open"),
        [CallerIntent.WhichDoctors] = ("which_doctors", "asks which doctors there are"),
        [CallerIntent.Callback] = ("callback", "wants to be called back or to leave a message"),
        [CallerIntent.Refill] = ("refill", "needs a prescription"),
        [CallerIntent.Records] = ("records", "asks for test results or records"),
        [CallerIntent.Billing] = ("billing", "asks about bills, prices or insurance"),
        [CallerIntent.RunningLate] = ("running_late", "will come late"),
        [CallerIntent.Question] = ("question", "another question about the clinic"),
        [CallerIntent.WrongNumber] = ("wrong_number", "called the wrong number"),
        [CallerIntent.Language] = ("language", "wants another language"),
        [CallerIntent.AreYouRobot] = ("are_you_robot", "asks whether this is a machine"),
        [CallerIntent.IsRecorded] = ("is_recorded", "asks whether the call is recorded"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, CallerIntent> _byName =
        _all.ToFrozenDictionary(entry => entry.Value.Name, entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The name.</summary>
    public static string Of(CallerIntent intent) => _all[intent].Name;

    /// <summary>What it means, after "the caller".</summary>
    public static string Meaning(CallerIntent intent) => _all[intent].Meaning;

    /// <summary>The intent of this name, or null.</summary>
    public static CallerIntent? Find(string? name) => name is not null && _byName.TryGetValue(name, out var intent) ? intent : null;
}
