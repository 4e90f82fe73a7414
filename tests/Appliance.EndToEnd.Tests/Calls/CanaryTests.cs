using System.Text;
using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Profiles;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Calls;

/// <summary>A whole booking by voice, and what of it can be found on the disk without the key: nothing.</summary>
public class CanaryTests
{
    [Fact]
    public async Task Serve_AfterABookingByVoice_HasStoredItAndLeavesNoWordOfItReadable()
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        await using var caller = ScriptedCall.Start(appliance, "books");
        Assert.True(await caller.EndAsync(ScriptedCall.Patience) == 0, caller.Output);
        Assert.Equal(0, await appliance.StopAsync());

        await using (var store = appliance.OpenStore())
        {
            var book = store.OpenBook(ClinicProfile.Demo());
            var always = new AppointmentQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));
            var appointment = Assert.Single(await book.ListAppointmentsAsync(always, Actor.System("test"), TestContext.Current.CancellationToken));
            Assert.Equal("James Smith", appointment.Patient.Details.Name);
            Assert.Equal("5551234567", appointment.Patient.Details.Phone);
            Assert.True((await store.Audit.VerifyAsync(TestContext.Current.CancellationToken)).IsSound);
        }

        foreach (var word in (string[])["James", "Smith", "Patel", "5551234567", "555 123 4567", "1985"])
        {
            Assert.Empty(FilesWith(appliance, word));
        }

        // The search itself must be able to find something: the settings name the folder.
        Assert.NotEmpty(Find(appliance.SettingsFile, Path.GetFileName(appliance.Folder)));
    }

    private static IEnumerable<string> FilesWith(ServedAppliance appliance, string word) =>
        Directory.EnumerateFiles(appliance.DataDirectory, "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(appliance.LogDirectory, "*", SearchOption.AllDirectories))
            .SelectMany(file => Find(file, word));

    // Neither as UTF-8 nor as UTF-16, in any case of letters.
    private static IEnumerable<string> Find(string file, string word)
    {
        var bytes = File.ReadAllBytes(file);
        foreach (var encoding in (Encoding[])[Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (encoding.GetString(bytes).Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{file} holds \"{word}\" in {encoding.WebName}";
            }
        }
    }
}
