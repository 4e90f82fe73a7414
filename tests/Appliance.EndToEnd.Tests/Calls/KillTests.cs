using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Profiles;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Calls;

/// <summary>SIGKILL in the second in which a booking is made.</summary>
public class KillTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    [InlineData(700)]
    public async Task Serve_WhenKilledAroundTheLastYes_HasTheAppointmentWholeOrNotAtAll(int millisecondsAfter)
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        await using var caller = ScriptedCall.Start(appliance, "books");

        // The agent asks for the last yes; what the caller says then decides.
        await SaysLastYesAsync(caller);
        await Task.Delay(TimeSpan.FromMilliseconds(millisecondsAfter), TimeProvider.System, TestContext.Current.CancellationToken);
        await appliance.Process.KillAsync();
        await caller.KillAsync();

        await appliance.StartAsync();
        Assert.Equal(0, await appliance.StopAsync());
        await using var store = appliance.OpenStore();
        Assert.True((await store.Audit.VerifyAsync(TestContext.Current.CancellationToken)).IsSound);
        var always = new AppointmentQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));
        var book = store.OpenBook(ClinicProfile.Demo());
        foreach (var appointment in await book.ListAppointmentsAsync(always, Actor.System("test"), TestContext.Current.CancellationToken))
        {
            Assert.Equal(("James Smith", "5551234567"), (appointment.Patient.Details.Name, appointment.Patient.Details.Phone));
        }
    }

    private static Task SaysLastYesAsync(ChildProcess caller) => caller.SaysAsync("That is all correct", ScriptedCall.Patience);
}
