using System.Globalization;
using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Profiles;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Calls;

/// <summary>Ten callers at once through the real engines.</summary>
public class TenCallersTests(ITestOutputHelper output)
{
    private const int Callers = 10;

    [Fact]
    public async Task Serve_WhenTenCallAtOnce_FailsNoneAndGivesNoOpeningTwice()
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        await using var callers = ChildProcess.Appliance(
            "bench", "calls", appliance.Uri, "--callers", Callers.ToString(CultureInfo.InvariantCulture), "--script", Repository.PathOf("scripts", "demo", "books.json"));
        var code = await callers.EndAsync(TimeSpan.FromMinutes(5));
        output.WriteLine(callers.Output);
        Assert.True(code == 0, callers.Output);

        Assert.Equal(0, await appliance.StopAsync());
        (code, var table) = await appliance.RunAsync("calls", "latency");
        output.WriteLine(table);
        Assert.Equal(0, code);
        Assert.Contains("endpointing", table, StringComparison.Ordinal);

        await using var store = appliance.OpenStore();
        var calls = await store.Calls.ListAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1), 100, Actor.System("test"), TestContext.Current.CancellationToken);
        Assert.Equal(Callers, calls.Count);
        Assert.DoesNotContain(calls, call => call.Outcome is "failed");
        var always = new AppointmentQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));
        var booked = await store.OpenBook(ClinicProfile.Demo()).ListAppointmentsAsync(always, Actor.System("test"), TestContext.Current.CancellationToken);
        Assert.Equal(booked.Count, booked.Select(appointment => (appointment.DoctorId, appointment.Visit.Start)).Distinct().Count());
        Assert.True((await store.Audit.VerifyAsync(TestContext.Current.CancellationToken)).IsSound);
    }
}
