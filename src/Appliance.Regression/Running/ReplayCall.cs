using System.Collections.Immutable;
using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Clinic;
using Appliance.Regression.Callers;
using Appliance.Regression.Scenarios;

namespace Appliance.Regression.Running;

/// <summary>One call of a scenario.</summary>
internal sealed class ReplayCall(ScenarioCaller script, ReplayLine line, ImmutableArray<short[]?> sounds, TimeProvider time)
{
    private Task<CallRecord>? _record;

    public ScenarioCaller Script => script;

    public ReplayLine Line => line;

    public ReplayCaller Caller { get; } = new(script, line, sounds, time);

    /// <summary>Comes when the call is over and stored.</summary>
    public Task<CallRecord> Record => _record ?? throw new InvalidOperationException("The call has not begun.");

    public void Begin(CallServices services, CallSessionOptions options) => _record = HoldAsync(services with { Watcher = Caller }, options);

    private async Task<CallRecord> HoldAsync(CallServices services, CallSessionOptions options)
    {
        await using var session = new CallSession(new CallIdentity(Identifier.New("call"), script.Number), line, line, services, options);
        return await session.RunAsync(CancellationToken.None);
    }
}
