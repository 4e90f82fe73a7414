using System.Collections.Immutable;

namespace Appliance.Regression.Scenarios;

/// <summary>A scenario, or all that is wrong with its file; exactly one of the two is there.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Problems">One line each, with the place in the file.</param>
public sealed record ScenarioReading(Scenario? Scenario, ImmutableArray<string> Problems);
