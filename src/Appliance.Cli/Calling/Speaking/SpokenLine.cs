namespace Appliance.Cli.Calling.Speaking;

/// <summary>A line that was sent, by the session's clock.</summary>
/// <param name="Line">The line.</param>
/// <param name="FirstVoiced">When its first voiced packet was sent.</param>
/// <param name="LastVoiced">When its last voiced packet was sent: the end of speech that latency counts from.</param>
public sealed record SpokenLine(RenderedLine Line, TimeSpan FirstVoiced, TimeSpan LastVoiced);
