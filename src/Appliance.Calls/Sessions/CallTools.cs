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
    private readonly Dictionary<ToolCallId, TimeSpan> _asked = [];

    /// <summary>The appointment made in this call.</summary>
    public string? AppointmentId { get; private set; }

    /// <summary>The callback left in this call.</summary>
    public string? CallbackId { get; private set; }

    /// <summary>Time from asking to the answers noted so far.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>Runs a tool; the answer comes by the inbox.</summary>
    public void Run(CallTool asked)
    {
        _running.RemoveAll(task => task.IsCompleted);
        _asked[asked.Call] = clock.Now;
        _running.Add(RunAsync(asked));
    }

    /// <summary>Takes note of an answer; on the session's thread.</summary>
    public void Note(ToolAnswered answer)
    {
        AppointmentId = answer.Result is Booked booked ? booked.AppointmentId : AppointmentId;
        CallbackId = answer.Result is CallbackSaved saved ? saved.CallbackId : CallbackId;
        Spent += _asked.Remove(answer.Call, out var since) ? answer.At - since : TimeSpan.Zero;
    }

    /// <summary>Waits until no tool runs any more, then ends what the call had verified.</summary>
    public async Task EndAsync()
    {
        await Task.WhenAll(_running);
        await toolbox.EndAsync(caller);
    }

    private async Task RunAsync(CallTool asked)
    {
        using var late = new CancellationTokenSource(timeout, clock.Time);
        var result = await toolbox.RunAsync(caller, asked.Call, asked.Request, late.Token);
        inbox.Post(new ToolAnswered(clock.Now, asked.Call, result));
    }
}
