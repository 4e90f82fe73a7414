using Appliance.Calls.Records;
using Appliance.Calls.Tests.Engines;
using Appliance.Calls.Tools;
using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Profiles;
using Appliance.Dialog.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Tools;

public sealed class ClinicToolboxTests : IAsyncDisposable
{
    private static readonly PatientDetails Patient = new("James", "Smith", new DateOnly(1985, 3, 3), "5551234567");

    private readonly ManualTimeProvider _time = new();
    private readonly TemporaryStore _store;
    private readonly IAppointmentBook _book;
    private readonly ClinicToolbox _toolbox;

    public ClinicToolboxTests()
    {
        _store = new TemporaryStore(_time);
        _book = _store.Store.OpenBook(ClinicProfile.Demo());
        _toolbox = new ClinicToolbox(_store.Ports(), NullLogger<ClinicToolbox>.Instance);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Run_FromOpeningToAppointment_StoresWhatTheCallerConfirmed()
    {
        var opening = (await FindAsync("call-1")).Openings[0];
        var hold = Assert.IsType<HoldPlaced>(await RunAsync("call-1", 2, new HoldOpening(opening.Id)));
        var booked = Assert.IsType<Booked>(await RunAsync("call-1", 3, new BookAppointment(hold.HoldId, Patient, "physical", "back pain")));

        var stored = Assert.Single(await _book.ListAppointmentsAsync(Always, Actor.System("test"), TestContext.Current.CancellationToken));
        Assert.Equal(booked.AppointmentId, stored.Id.Value);
        Assert.Equal((opening.DoctorId, opening.Start), (stored.DoctorId, stored.LocalStart));
        Assert.Equal(("James Smith", new DateOnly(1985, 3, 3), "5551234567"), (stored.Patient.Details.Name, stored.Patient.Details.BirthDate, stored.Patient.Details.Phone));
        Assert.Equal(Actor.Call("call-1"), stored.BookedBy);
    }

    [Fact]
    public async Task Run_WhenTwoCallsWantOneOpening_GivesItToTheFirst()
    {
        var opening = (await FindAsync("call-1")).Openings[0];

        Assert.IsType<HoldPlaced>(await RunAsync("call-1", 2, new HoldOpening(opening.Id)));
        Assert.Equal(new HoldRefused(opening.Id), await RunAsync("call-2", 2, new HoldOpening(opening.Id)));
    }

    [Fact]
    public async Task Run_TheSameBookingTwice_HasOneEffect()
    {
        var opening = (await FindAsync("call-1")).Openings[0];
        var hold = (HoldPlaced)await RunAsync("call-1", 2, new HoldOpening(opening.Id));
        var booking = new BookAppointment(hold.HoldId, Patient, null, "");

        Assert.Equal(await RunAsync("call-1", 3, booking), await RunAsync("call-1", 3, booking));
        Assert.Single(await _book.ListAppointmentsAsync(Always, Actor.System("test"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_WhenTheHoldRanOut_RefusesTheBooking()
    {
        var opening = (await FindAsync("call-1")).Openings[0];
        var hold = (HoldPlaced)await RunAsync("call-1", 2, new HoldOpening(opening.Id));
        _time.Advance(TimeSpan.FromMinutes(6));

        var answer = await RunAsync("call-1", 3, new BookAppointment(hold.HoldId, Patient, null, ""));

        Assert.Equal(new BookingRefused(Dialog.Tools.BookingRefusal.HoldExpired), answer);
    }

    [Fact]
    public async Task Run_LeaveCallback_QueuesItWithUrgencyInFront()
    {
        await RunAsync("call-1", 1, new LeaveCallback("Jane Roe", "5550001111", "asked for a person", "Called the clinic", Urgent: true));

        var task = Assert.Single(await _store.Store.Callbacks.ListAsync(null, Actor.System("test"), TestContext.Current.CancellationToken));
        Assert.Equal(("Jane Roe", "5550001111", "URGENT. Called the clinic"), (task.Request.Name, task.Request.Phone, task.Request.Summary));
    }

    [Fact]
    public async Task Run_LeaveCallbackWithoutANumber_TakesTheOneThatCalled()
    {
        await RunAsync("call-1", 1, new LeaveCallback(null, null, "engine failed", "Called the clinic", Urgent: false));

        var task = Assert.Single(await _store.Store.Callbacks.ListAsync(null, Actor.System("test"), TestContext.Current.CancellationToken));
        Assert.Equal("5550009999", task.Request.Phone);
    }

    [Fact]
    public async Task Run_WhenTheStoreIsGone_AnswersUnavailable()
    {
        await _store.Store.DisposeAsync();

        Assert.Equal(new ToolFailed(ToolFailure.Unavailable), await RunAsync("call-1", 1, new LeaveCallback(null, null, "", "", Urgent: false)));
    }

    private static AppointmentQuery Always => new(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));

    private async Task<OpeningsFound> FindAsync(string call) => Assert.IsType<OpeningsFound>(await RunAsync(
        call, 1, new FindOpenings("patel", "physical", new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24), TimeOfDay.WholeDay, 10)));

    private Task<ToolResult> RunAsync(string call, int number, ToolRequest request) =>
        _toolbox.RunAsync(new CallIdentity(call, "5550009999"), new ToolCallId(number), request, TestContext.Current.CancellationToken);
}
