using Appliance.Calls.Audio;
using Appliance.Calls.Records;
using Appliance.Calls.Tools;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Tools;

namespace Appliance.Calls.Sessions;

/// <summary>Runs the tools of one call, time-boxed, and remembers what came of them.</summary>
internal sealed class CallTools(IClinicToolbox toolbox, CallIdentity caller, TimeSpan timeout, CallClock clock, CallInbox inbox)
{
    private readonly List<Task> _running = [];

    /// <summary>The appointment made in this call.</summary>
    public string? AppointmentId { get; private set; }

    /// <summary>The callback left in this call.</summary>
    public string? CallbackId { get; private set; }

    /// <summary>Time that tools have run so far.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>Runs a tool; the answer comes by the inbox.</summary>
    public void Run(CallTool asked)
    {
        _running.RemoveAll(task => task.IsCompleted);
        _running.Add(RunAsync(asked));
    }

    /// <summary>Takes note of an answer; on the session's thread.</summary>
    public void Note(ToolResult result)
    {
        AppointmentId = result is Booked booked ? booked.AppointmentId : AppointmentId;
        CallbackId = result is CallbackSaved saved ? saved.CallbackId : CallbackId;
    }

    /// <summary>Waits until no tool runs any more, then ends what the call had verified.</summary>
    public async Task EndAsync()
    {
        await Task.WhenAll(_running);
        await toolbox.EndAsync(caller);
    }

    private async Task RunAsync(CallTool asked)
    {
        var began = clock.Now;
        using var late = new CancellationTokenSource(timeout, clock.Time);
        var result = await toolbox.RunAsync(caller, asked.Call, asked.Request, late.Token);
        var now = clock.Now;
        inbox.Post(new ToolAnswered(now, asked.Call, result));
        Spent += now - began;
    }
}
