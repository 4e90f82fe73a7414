namespace Appliance.Dialog.Understanding;

/// <summary>Whether a caller seems to be done.</summary>
public enum Completeness
{
    /// <summary>Nothing special is known.</summary>
    Neutral,

    /// <summary>What was expected is there.</summary>
    Complete,

    /// <summary>Whole, but often added to: a bare "yes", a request without a day, a day without a time, the last digit of a number.</summary>
    Extendable,

    /// <summary>More is to come: half a number, a trailing "um", a spelling.</summary>
    Unfinished,
}
