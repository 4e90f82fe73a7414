using Appliance.Calls.Audio;
using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tests.Engines;
using Appliance.Calls.Tools;
using Appliance.Clinic;
using Appliance.Clinic.Identity;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Sessions;

public sealed class CallToolsTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly TemporaryStore _store;

    public CallToolsTests() => _store = new TemporaryStore(_time);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task EndAsync_WhenTheCallHadVerified_EndsItsProof()
    {
        var toolbox = new ClinicToolbox(_store.Ports(), NullLogger<ClinicToolbox>.Instance);
        var inbox = new CallInbox();
        var tools = new CallTools(toolbox, new CallIdentity("call-2", null), TimeSpan.FromSeconds(5), new CallClock(_time), inbox);
        await BookAsync(toolbox);

        tools.Run(new CallTool(new ToolCallId(1), new VerifyIdentity("James", "Smith", new DateOnly(1985, 3, 3), "5551234567")));
        var verified = Assert.IsType<IdentityVerified>(await AnswerAsync(inbox));
        var id = new VerificationId(verified.Identity.Id);
        Assert.NotNull(await _store.Ports().Identity.RecallAsync(id, Actor.Call("call-2"), TestContext.Current.CancellationToken));

        await tools.EndAsync();
        Assert.Null(await _store.Ports().Identity.RecallAsync(id, Actor.Call("call-2"), TestContext.Current.CancellationToken));
    }

    private static async Task<ToolResult> AnswerAsync(CallInbox inbox)
    {
        await foreach (var input in inbox.ReadAllAsync())
        {
            return Assert.IsType<ToolAnswered>(input).Result;
        }

        throw new InvalidOperationException("No answer came.");
    }

    private static async Task BookAsync(ClinicToolbox toolbox)
    {
        var caller = new CallIdentity("call-1", null);
        var day = new DateOnly(2026, 11, 24);
        var found = await toolbox.RunAsync(caller, new ToolCallId(1), new FindOpenings(null, null, day, day, TimeOfDay.WholeDay, 1), CancellationToken.None);
        var opening = Assert.IsType<OpeningsFound>(found).Openings[0];
        var held = Assert.IsType<HoldPlaced>(await toolbox.RunAsync(caller, new ToolCallId(2), new HoldOpening(opening.Id), CancellationToken.None));
        var patient = new PatientDetails("James", "Smith", new DateOnly(1985, 3, 3), "5551234567");
        Assert.IsType<Booked>(await toolbox.RunAsync(caller, new ToolCallId(3), new BookAppointment(held.HoldId, patient, null, ""), CancellationToken.None));
    }
}
