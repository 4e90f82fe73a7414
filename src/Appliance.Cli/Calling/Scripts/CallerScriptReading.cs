using System.Collections.Immutable;

namespace Appliance.Cli.Calling.Scripts;

/// <summary>A script, or all that is wrong with its text. Exactly one of the two is there.</summary>
/// <param name="Script">The script.</param>
/// <param name="Problems">One line each.</param>
public sealed record CallerScriptReading(CallerScript? Script, ImmutableArray<string> Problems);
