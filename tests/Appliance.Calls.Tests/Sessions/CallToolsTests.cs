using Appliance.Calls.Audio;
using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tools;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Tools;

namespace Appliance.Calls.Tests.Sessions;

public class CallToolsTests
{
    [Fact]
    public async Task Note_WhenAnAnswerIsTaken_HasItsWholeTimeBeforeTheTurnIsRecorded()
    {
        var time = new ManualTimeProvider();
        var toolbox = new SlowToolbox();
        var inbox = new CallInbox();
        var tools = new CallTools(toolbox, new CallIdentity("call-1", null), TimeSpan.FromSeconds(10), new CallClock(time), inbox);
        tools.Run(new CallTool(new ToolCallId(1), new ReleaseHold("hold-1")));
        time.Advance(TimeSpan.FromMilliseconds(30));
        toolbox.Answer.SetResult(new CallbackSaved("cb-1"));
        await using var inputs = inbox.ReadAllAsync().GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await inputs.MoveNextAsync();

        tools.Note(Assert.IsType<ToolAnswered>(inputs.Current));

        Assert.Equal(TimeSpan.FromMilliseconds(30), tools.Spent);
        Assert.Equal("cb-1", tools.CallbackId);
    }

    private sealed class SlowToolbox : IClinicToolbox
    {
        public TaskCompletionSource<ToolResult> Answer { get; } = new();

        public Task<ToolResult> RunAsync(CallIdentity caller, ToolCallId call, ToolRequest request, CancellationToken cancellationToken) => Answer.Task;

        public Task EndAsync(CallIdentity caller) => Task.CompletedTask;
    }
}
