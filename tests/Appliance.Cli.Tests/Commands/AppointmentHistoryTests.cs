using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Visits;

namespace Appliance.Cli.Tests.Commands;

public sealed class AppointmentHistoryTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AppointmentsHistory_WhenCancelled_TellsBookingAndCancellation()
    {
        var appointment = await _folder.FillAsync();
        await CancelAsync(appointment);
        var events = (await _folder.RunAsync("appointments", "--history", appointment.Id.Value, "--json")).Json.EnumerateArray().ToList();
        Assert.Equal(["what", "at", "by", "start", "doctor", "visitType", "reason"], events[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(["booked", "cancelled"], events.Select(e => e.GetProperty("what").GetString()));
        Assert.Equal(["call/call-test", "call/call-later"], events.Select(e => e.GetProperty("by").GetString()));
        Assert.Equal(["Sore elbow", "Feels better"], events.Select(e => e.GetProperty("reason").GetString()));

        var shown = await _folder.RunAsync("appointments", "--history", appointment.Id.Value);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("Feels better", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appointments_WhenOneIsCancelled_ListItOnlyWhenAsked()
    {
        await CancelAsync(await _folder.FillAsync());
        Assert.Empty((await _folder.RunAsync("appointments", "--json")).Json.EnumerateArray());
        var one = Assert.Single((await _folder.RunAsync("appointments", "--cancelled", "--json")).Json.EnumerateArray());
        Assert.Equal("cancelled", one.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("apt-unknown")]
    [InlineData("no identifier")]
    public async Task AppointmentsHistory_WhenThereIsNone_SaysSo(string id)
    {
        await _folder.FillAsync();
        Assert.Contains("no such appointment", (await _folder.RunAsync("appointments", "--history", id)).FailsWithOneLine(), StringComparison.Ordinal);
    }

    private async Task CancelAsync(Appointment appointment)
    {
        await using var store = _folder.OpenStore();
        var call = Actor.Call("call-later");
        var patient = appointment.Patient.Details;
        var verified = await store.OpenIdentityDesk(ClinicProfile.Demo()).VerifyAsync(
            new IdentityClaim(patient.Name, patient.BirthDate, patient.Phone), new IdempotencyKey("v"), call, TestContext.Current.CancellationToken);
        Assert.IsType<VisitResult.Changed>(await store.OpenVisitDesk(ClinicProfile.Demo()).CancelAsync(
            Assert.IsType<IdentityResult.Verified>(verified).Patient, appointment.Id, "Feels better", new IdempotencyKey("c"), TestContext.Current.CancellationToken));
    }
}
