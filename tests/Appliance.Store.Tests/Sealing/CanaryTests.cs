using System.Globalization;
using System.Text;
using Appliance.Clinic;
using Appliance.Clinic.Callbacks;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Visits;
using Appliance.Store.Calls;
using Appliance.Store.Recordings;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Sealing;

/// <summary>Planted personal data are found in no byte of any file under the data directory, neither while it is open nor after.</summary>
public sealed class CanaryTests : IDisposable
{
    private static readonly string[] s_planted =
    [
        Pat.Name, "Patricia", "Canary", Pat.Phone, "5550104477", "010-4477", "1971-04-23", "4/23/1971", "Sore elbow", "elbow", "flu-shot", "secret turn", "Moved to Kanaria", "Kanaria",
    ];

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_WhenACallWasStored_HoldNothingPersonal()
    {
        await using (var store = _folder.Open())
        {
            await StoreACallAsync(store);
            var open = Snapshot();
            Assert.Contains(open, file => file.Name.EndsWith("-wal", StringComparison.Ordinal) && file.Bytes.Length > 0);
            Assert.Empty(Leaks(open));
        }

        Assert.Empty(Leaks(Snapshot()));
    }

    [Fact]
    public async Task Files_WhenSearchedForWhatStandsOpen_AreReallySearched()
    {
        await using var store = _folder.Open();
        await StoreACallAsync(store);
        var files = Snapshot();
        Assert.Contains(files, file => Find(file.Bytes, "AppointmentBooked"u8.ToArray()));
        await File.WriteAllTextAsync(Path.Combine(_folder.Options.RecordingsDirectory, "leak"), "x" + Pat.Name.ToUpperInvariant(), Encoding.Unicode, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Options.DataDirectory, "leak"), "x" + Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"n\":\"" + Pat.Name)), TestContext.Current.CancellationToken);
        var leaks = Leaks(Snapshot());
        Assert.Contains(leaks, leak => leak.StartsWith("recordings/leak", StringComparison.Ordinal));
        Assert.Contains(leaks, leak => leak.StartsWith("leak", StringComparison.Ordinal));
    }

    private static async Task StoreACallAsync(ApplianceStore store)
    {
        var book = store.OpenBook(Profile);
        var opening = Assert.Single(await book.FindOpeningsAsync(
            new() { FirstDay = new DateOnly(2026, 11, 24), LastDay = new DateOnly(2026, 11, 30), VisitTypeId = "flu-shot", Limit = 1 },
            Caller("a"),
            CancellationToken.None));
        var hold = await HoldAsync(book, opening.Id, "a");
        await BookAsync(book, hold.Id, "a");
        await AllAsync(book);
        var patient = await VerifiedAsync(store, "v");
        var booked = Assert.Single(await AllAsync(book));
        var next = await HoldAsync(book, OpeningId.Of(booked.DoctorId, booked.VisitTypeId, booked.Visit.Start.AddHours(2)), "v");
        Assert.IsType<VisitResult.Changed>(await MoveAsync(store, patient, booked.Id, next.Id));
        Assert.IsType<VisitResult.Changed>(await CancelAsync(store, patient, booked.Id));
        await store.Callbacks.AddAsync(
            new CallbackRequest(Pat.Name, Pat.Phone, "Sore elbow", "secret turn"), new IdempotencyKey("cb"), Caller("a"), CancellationToken.None);
        await store.Calls.SaveAsync(
            new CallRecord
            {
                Id = "call-a",
                StartedAt = DateTimeOffset.UnixEpoch,
                EndedAt = DateTimeOffset.UnixEpoch.AddMinutes(1),
                Outcome = "booked",
                CallerNumber = Pat.Phone,
                Turns = [new CallTurn(TurnRole.Caller, TimeSpan.Zero, TimeSpan.FromSeconds(2), "secret turn " + Pat.Name)],
            },
            Caller("a"),
            CancellationToken.None);
        await using var writer = await store.Recordings.OpenWriterAsync("call-a", new RecordingFormat(16_000, 2), Caller("a"), CancellationToken.None);
        writer.Append(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Pat.Name, 4000))));
        await writer.CompleteAsync();
    }

    private List<(string Name, byte[] Bytes)> Snapshot() =>
    [
        .. Directory.GetFiles(_folder.Options.DataDirectory, "*", SearchOption.AllDirectories).Select(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return (Path.GetRelativePath(_folder.Options.DataDirectory, path), bytes);
        }),
    ];

    private static List<string> Leaks(List<(string Name, byte[] Bytes)> files) =>
    [
        .. from file in files
           from planted in s_planted
           from form in Forms(planted)
           where Find(file.Bytes, form.Bytes)
           select $"{file.Name}: {form.Name}",
    ];

    private static IEnumerable<(string Name, byte[] Bytes)> Forms(string text)
    {
        foreach (var (name, cased) in new[] { ("as is", text), ("upper", text.ToUpperInvariant()), ("lower", text.ToLower(CultureInfo.InvariantCulture)) })
        {
            yield return (name + " utf-8", Encoding.UTF8.GetBytes(cased));
            yield return (name + " utf-16le", Encoding.Unicode.GetBytes(cased));
            yield return (name + " utf-16be", Encoding.BigEndianUnicode.GetBytes(cased));
            yield return (name + " hex", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(cased))));
            for (var shift = 0; shift < 3 && cased.Length >= 8; shift++)
            {
                // Inside longer text the base64 of a word depends on its offset modulo 3; its middle does not.
                var padded = Convert.ToBase64String([.. new byte[shift], .. Encoding.UTF8.GetBytes(cased)]).TrimEnd('=');
                yield return (name + " base64 " + shift, Encoding.ASCII.GetBytes(padded[4..^1]));
            }
        }
    }

    private static bool Find(byte[] bytes, byte[] pattern) => bytes.AsSpan().IndexOf(pattern) >= 0;
}
