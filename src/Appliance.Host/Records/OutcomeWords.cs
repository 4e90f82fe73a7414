using Appliance.Dialog;

namespace Appliance.Host.Records;

/// <summary>Outcomes as they stand in the store, in lists and in scripts; a word is never changed.</summary>
public static class OutcomeWords
{
    /// <summary>The word of an outcome.</summary>
    public static string Of(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Booked => "booked",
        CallOutcome.CallbackLeft => "callback",
        CallOutcome.Transferred => "transferred",
        CallOutcome.Emergency => "emergency",
        CallOutcome.OptedOut => "opted-out",
        CallOutcome.Closed => "closed",
        CallOutcome.Abandoned => "abandoned",
        CallOutcome.NoInput => "no-input",
        CallOutcome.NotUnderstood => "not-understood",
        CallOutcome.Failed => "failed",
        CallOutcome.TooLong => "too-long",
        _ => "unknown",
    };
}
