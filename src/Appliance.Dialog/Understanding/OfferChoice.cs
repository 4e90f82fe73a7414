namespace Appliance.Dialog.Understanding;

/// <summary>How a caller points at one of the openings offered.</summary>
public enum OfferChoice
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>"The first one".</summary>
    First,

    /// <summary>"The second one", "the latter".</summary>
    Second,

    /// <summary>"The third one".</summary>
    Third,

    /// <summary>"The last one".</summary>
    Last,

    /// <summary>"The earlier one".</summary>
    Earlier,

    /// <summary>"The later one".</summary>
    Later,

    /// <summary>"Either is fine".</summary>
    Either,

    /// <summary>"Neither".</summary>
    Neither,

    /// <summary>"Do you have anything earlier?"</summary>
    SomethingEarlier,

    /// <summary>"Anything later?"</summary>
    SomethingLater,
}
