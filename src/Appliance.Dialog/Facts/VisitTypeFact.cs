using System.Collections.Immutable;

namespace Appliance.Dialog.Facts;

/// <summary>A kind of visit that can be booked.</summary>
/// <param name="Id">Opaque id of the clinic.</param>
/// <param name="Name">As spoken after "for": "a checkup".</param>
/// <param name="Keywords">Words and phrases of callers that mean it, lower case: "checkup", "physical", "flu shot".</param>
public sealed record VisitTypeFact(string Id, string Name, ImmutableArray<string> Keywords);
