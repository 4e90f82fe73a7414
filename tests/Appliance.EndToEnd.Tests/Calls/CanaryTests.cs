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
        var wanted = WantedAppointment.Of("books");
        Assert.Equal(wanted, WantedAppointment.From(await BookAsync(appliance)));
        foreach (var word in (string[])[.. wanted.Name.Split(' '), wanted.Phone, wanted.BirthDate, "assistant"])
        {
            Assert.Empty(FilesWith(appliance, word));
        }

        // The search itself must be able to find something: the settings name the folder.
        Assert.NotEmpty(Find(appliance.SettingsFile, Path.GetFileName(appliance.Folder)));
    }

    // The mini pack mishears now and then: a caller who did not get through calls again.
    private static async Task<Appointment> BookAsync(ServedAppliance appliance)
    {
        for (var attempt = 1; ; attempt++)
        {
            await appliance.StartAsync();
            await using var caller = ScriptedCall.Start(appliance, "books");
            var code = await caller.EndAsync(ScriptedCall.Patience);
            Assert.Equal(0, await appliance.StopAsync());
            await using var store = appliance.OpenStore();
            Assert.True((await store.Audit.VerifyAsync(TestContext.Current.CancellationToken)).IsSound);
            var always = new AppointmentQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));
            var book = store.OpenBook(ClinicProfile.Demo());
            var booked = await book.ListAppointmentsAsync(always, Actor.System("test"), TestContext.Current.CancellationToken);
            if (booked.Count > 0 || attempt == 3)
            {
                Assert.True(code == 0, caller.Output);
                return Assert.Single(booked);
            }
        }
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
