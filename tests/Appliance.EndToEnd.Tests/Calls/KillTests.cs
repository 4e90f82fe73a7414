using Appliance.Cli.Calling.Scripts;
using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Profiles;
using Appliance.Dialog.Conversation;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Calls;

/// <summary>SIGKILL in the second in which a booking is made.</summary>
public class KillTests
{
    [Fact]
    public async Task Serve_WhenKilledAroundTheLastYes_HasTheAppointmentWholeOrNotAtAll() =>
        await Task.WhenAll(new[] { 800, 1_000, 1_200 }.Select(KillAsync));

    private static async Task KillAsync(int millisecondsAfter)
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        await using var caller = ScriptedCall.Start(appliance, "books");

        // Saying it takes three quarters of a second; the booking follows within a quarter.
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
            Assert.Equal(WantedAppointment.Of("books"), WantedAppointment.From(appointment));
        }
    }

    // The caller confirms the number, and last the whole.
    private static async Task SaysLastYesAsync(ChildProcess caller)
    {
        var script = CallerScriptReader.ReadFile(ScriptedCall.FileOf("books")).Script!;
        var number = "caller  " + script.Lines.Single(line => line.On.Contains(PhraseId.CheckPhone)).Say;
        await caller.SaysAsync(number, ScriptedCall.Patience);
        var said = caller.Output.LastIndexOf(number, StringComparison.Ordinal) + number.Length;
        await caller.SaysAsync("caller  " + script.Lines.Single(line => line.On.Contains(PhraseId.Confirm)).Say, ScriptedCall.Patience, said);
    }
}
