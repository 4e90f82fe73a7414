using System.Collections.Immutable;
using Appliance.Calls.Records;

namespace Appliance.Regression.Running;

/// <summary>A call that was replayed. Made-up persons only.</summary>
/// <param name="Record">What the appliance kept.</param>
/// <param name="Said">What the agent was about to say, in order.</param>
/// <param name="Transcript">Line by line, also where the call's own was erased.</param>
/// <param name="Failures">What did not hold; empty when it passed.</param>
public sealed record CallResult(CallRecord Record, ImmutableArray<string> Said, ImmutableArray<string> Transcript, ImmutableArray<string> Failures);

/// <summary>A scenario that was run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Calls">Its calls.</param>
/// <param name="Talked">Length of the longest call, virtual.</param>
/// <param name="Took">What the calls really took, the callers' voices not counted: they are made before.</param>
public sealed record ScenarioResult(string Name, ImmutableArray<CallResult> Calls, TimeSpan Talked, TimeSpan Took)
{
    /// <summary>Whether all held.</summary>
    public bool Passed => Calls.All(call => call.Failures.IsEmpty);

    /// <summary>Times faster than real time.</summary>
    public double Speed => Talked / Took;

    /// <summary>Latencies of all turns.</summary>
    public IEnumerable<TimeSpan> Latencies => Calls.SelectMany(call => call.Record.Turns).Select(turn => turn.Latency?.Total).OfType<TimeSpan>();
}
