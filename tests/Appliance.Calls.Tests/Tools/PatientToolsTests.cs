using Appliance.Calls.Records;
using Appliance.Calls.Tests.Engines;
using Appliance.Calls.Tools;
using Appliance.Dialog.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Tools;

public sealed class PatientToolsTests : IAsyncDisposable
{
    private static readonly PatientDetails Patient = new("James", "Smith", new DateOnly(1985, 3, 3), "5551234567");

    private readonly TemporaryStore _store = new(new ManualTimeProvider());
    private readonly ClinicToolbox _toolbox;

    public PatientToolsTests() => _toolbox = new ClinicToolbox(_store.Ports(), NullLogger<ClinicToolbox>.Instance);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Run_FindVisitsOfAVerifiedCaller_TellsThem()
    {
        var (id, opening) = await BookAsync("call-1");
        var visit = Assert.Single((await FindVisitsAsync("call-2", await VerifyAsync("call-2"))).Visits);
        Assert.Equal(new VisitHandle(id, opening.DoctorId, "physical", opening.Start), visit);
    }

    [Fact]
    public async Task Run_VerifyIdentityFromTheNumberOnFile_IsNoProof()
    {
        await BookAsync("call-1");
        var caller = new CallIdentity("call-2", Patient.Phone);
        var answer = await _toolbox.RunAsync(
            caller, new ToolCallId(1), new VerifyIdentity("James", "Smith", Patient.BirthDate, null), TestContext.Current.CancellationToken);
        Assert.Equal(new IdentityNotVerified(2), answer);
    }

    [Fact]
    public async Task Run_VerifyIdentityWrongly_AnswersTheSameForPatientsAndStrangers()
    {
        await BookAsync("call-1");
        var known = await RunAsync("call-2", 1, new VerifyIdentity("James", "Smith", new DateOnly(1985, 3, 4), Patient.Phone));
        var unknown = await RunAsync("call-3", 1, new VerifyIdentity("Jane", "Roe", new DateOnly(1985, 3, 4), Patient.Phone));
        Assert.Equal(new IdentityNotVerified(2), known);
        Assert.Equal(known, unknown);
        Assert.Equal(new IdentityNotVerified(1), await RunAsync("call-2", 2, new VerifyIdentity("Jane", "Roe", Patient.BirthDate, Patient.Phone)));
        Assert.Equal(new IdentityNotVerified(0), await RunAsync("call-2", 3, new VerifyIdentity("Jane", "Roe", Patient.BirthDate, Patient.Phone)));
        Assert.Equal(new IdentityNotVerified(0), await RunAsync("call-2", 4, Truth()));
    }

    [Fact]
    public async Task Run_AnyPersonalRequestWithoutThisCallsProof_IsNotAllowed()
    {
        await BookAsync("call-1");
        var stolen = await VerifyAsync("call-2");
        foreach (var handle in new[] { stolen.Id, "idv-guess", "", "not an identifier", "x' OR 1=1" })
        {
            foreach (var request in EveryPersonalRequest(new IdentityHandle(handle)))
            {
                Assert.Equal(new ToolFailed(ToolFailure.NotAllowed), await RunAsync("call-3", 1, request));
            }
        }
    }

    [Fact]
    public async Task Run_PersonalRequestAfterTheCall_IsNotAllowed()
    {
        await BookAsync("call-1");
        var handle = await VerifyAsync("call-2");
        Assert.Single((await FindVisitsAsync("call-2", handle)).Visits);
        await _toolbox.EndAsync(new CallIdentity("call-2", null));
        foreach (var request in EveryPersonalRequest(handle))
        {
            Assert.Equal(new ToolFailed(ToolFailure.NotAllowed), await RunAsync("call-2", 9, request));
        }
    }

    [Fact]
    public async Task Run_MoveThenCancel_ChangesTheOneAppointment()
    {
        var (id, was) = await BookAsync("call-1");
        var handle = await VerifyAsync("call-2");
        var found = Assert.IsType<OpeningsFound>(await RunAsync(
            "call-2", 3, new FindOpenings("chen", "physical", new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 25), TimeOfDay.WholeDay, 1)));
        var hold = Assert.IsType<HoldPlaced>(await RunAsync("call-2", 4, new HoldOpening(found.Openings[0].Id)));
        var moved = Assert.IsType<VisitMoved>(await RunAsync("call-2", 5, new MoveVisit(handle, id, hold.HoldId)));
        Assert.Equal(new VisitHandle(id, "chen", "physical", hold.Opening.Start), moved.Visit);
        Assert.Equal(moved, await RunAsync("call-2", 5, new MoveVisit(handle, id, hold.HoldId)));
        Assert.Equal(moved.Visit, Assert.Single((await FindVisitsAsync("call-2", handle)).Visits));
        Assert.Equal(new VisitRefused(VisitRefusal.HoldExpired), await RunAsync("call-2", 6, new MoveVisit(handle, id, hold.HoldId)));
        Assert.Equal(new VisitRefused(VisitRefusal.Unknown), await RunAsync("call-2", 7, new CancelVisit(handle, "apt-unknown", "")));
        Assert.Equal(new VisitCancelled(moved.Visit), await RunAsync("call-2", 8, new CancelVisit(handle, id, "feels better")));
        Assert.Equal(new VisitRefused(VisitRefusal.AlreadyCancelled), await RunAsync("call-2", 9, new CancelVisit(handle, id, "")));
        Assert.Equal(was.Id, Assert.IsType<OpeningsFound>(await RunAsync("call-3", 1, FirstPhysical)).Openings[0].Id);
    }

    [Fact]
    public async Task EndAsync_WhenTheStoreIsGone_DoesNotThrow()
    {
        await _store.Store.DisposeAsync();
        await _toolbox.EndAsync(new CallIdentity("call-2", null));
        Assert.Equal(new ToolFailed(ToolFailure.Unavailable), await RunAsync("call-2", 1, Truth()));
    }

    private static IEnumerable<PersonalRequest> EveryPersonalRequest(IdentityHandle handle) => typeof(PersonalRequest).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(PersonalRequest)))
        .Select(type => type.GetConstructors().Single(constructor => constructor.GetParameters()[0].ParameterType == typeof(IdentityHandle)))
        .Select(constructor => (PersonalRequest)constructor.Invoke(
            [handle, .. constructor.GetParameters().Skip(1).Select(parameter => (object)("some-" + parameter.Name))]));

    private static FindOpenings FirstPhysical =>
        new("patel", "physical", new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24), TimeOfDay.WholeDay, 1);

    private static VerifyIdentity Truth() => new(Patient.GivenName, Patient.FamilyName, Patient.BirthDate, "1-555-123-4567");

    private async Task<IdentityHandle> VerifyAsync(string call) => Assert.IsType<IdentityVerified>(await RunAsync(call, 1, Truth())).Identity;

    private async Task<VisitsFound> FindVisitsAsync(string call, IdentityHandle handle) =>
        Assert.IsType<VisitsFound>(await RunAsync(call, 2, new FindVisits(handle)));

    private async Task<(string AppointmentId, OpeningHandle Opening)> BookAsync(string call)
    {
        var found = Assert.IsType<OpeningsFound>(await RunAsync(call, 1, FirstPhysical));
        var hold = Assert.IsType<HoldPlaced>(await RunAsync(call, 2, new HoldOpening(found.Openings[0].Id)));
        return (Assert.IsType<Booked>(await RunAsync(call, 3, new BookAppointment(hold.HoldId, Patient, "physical", "back pain"))).AppointmentId, hold.Opening);
    }

    private Task<ToolResult> RunAsync(string call, int number, ToolRequest request) =>
        _toolbox.RunAsync(new CallIdentity(call, "5550009999"), new ToolCallId(number), request, TestContext.Current.CancellationToken);
}
