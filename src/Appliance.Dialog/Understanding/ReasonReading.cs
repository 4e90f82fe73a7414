namespace Appliance.Dialog.Understanding;

/// <summary>What was heard of the reason of a visit.</summary>
/// <param name="VisitTypeId">A visit type that exists; null if the words fit none.</param>
/// <param name="Words">The caller's own words for it.</param>
public readonly record struct ReasonReading(string? VisitTypeId, string Words);
