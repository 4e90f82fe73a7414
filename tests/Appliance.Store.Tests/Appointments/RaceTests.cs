using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Openings;
using Appliance.Store.Tests.Faults;
using Microsoft.Data.Sqlite;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Appointments;

/// <summary>Of all that ask for one opening exactly one gets it, whoever they are and wherever they run.</summary>
public sealed class RaceTests : IDisposable
{
    private const int Racers = 64;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task HoldAndBook_When64RaceThroughTwoStores_HasOneWinner()
    {
        await using var left = _folder.Open();
        await using var right = _folder.Open();
        IAppointmentBook[] books = [left.OpenBook(Profile), right.OpenBook(Profile)];
        var opening = (await FirstOpeningAsync(books[0])).Id;
        var results = await Task.WhenAll(Enumerable.Range(0, Racers).Select(i => Task.Run(() => TryBookAsync(books[i % 2], opening, "racer-" + i))));
        Assert.Equal(1, results.Count(won => won));
        Assert.Single(await AllAsync(books[0]));
        Assert.True((await left.Audit.VerifyAsync(CancellationToken.None)).IsSound);
    }

    [Fact]
    public async Task BookAsync_When64RaceWithOneHoldAndOneKey_MakesOneAppointment()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        var results = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => Task.Run(() => BookAsync(book, hold.Id, "a"))));
        var booked = Assert.Single(await AllAsync(book));
        Assert.All(results, result => Assert.Equal(booked, Assert.IsType<BookingResult.Booked>(result).Appointment));
    }

    [Fact]
    public async Task HoldAndBook_WhenTwoProcessesRace_HasOneWinner()
    {
        var opening = await _folder.WithStoreAsync(store => FirstOpeningAsync(store.OpenBook(Profile)));
        const string method = "*." + nameof(Child_WhenTold_RacesForTheOpening);
        var children = new[] { "left", "right" }.Select(name => ChildProcess.Start(method, _folder.Root, name + " " + opening.Id.Value)).ToList();
        await WaitForAsync("left.ready");
        await WaitForAsync("right.ready");
        await File.WriteAllTextAsync(Path.Combine(_folder.Root, "go"), string.Empty, TestContext.Current.CancellationToken);
        foreach (var child in children)
        {
            var (code, output) = await ChildProcess.EndAsync(child);
            Assert.True(code == 0, output);
        }

        var wins = new[] { "left", "right" }.Sum(name => int.Parse(File.ReadAllText(Path.Combine(_folder.Root, name + ".wins"))));
        Assert.Equal(1, wins);
        Assert.Single(await _folder.WithStoreAsync(store => AllAsync(store.OpenBook(Profile))));
        Assert.True((await _folder.WithStoreAsync(store => store.Audit.VerifyAsync(CancellationToken.None))).IsSound);
    }

    [Fact(Explicit = true)]
    public async Task Child_WhenTold_RacesForTheOpening()
    {
        var folder = new StoreFolder(ChildProcess.Root);
        var (name, opening) = (ChildProcess.Task.Split(' ')[0], new OpeningId(ChildProcess.Task.Split(' ')[1]));
        await using var store = folder.Open();
        var book = store.OpenBook(Profile);
        await File.WriteAllTextAsync(Path.Combine(folder.Root, name + ".ready"), string.Empty, TestContext.Current.CancellationToken);
        await WaitForFileAsync(Path.Combine(folder.Root, "go"));
        var results = await Task.WhenAll(Enumerable.Range(0, Racers / 2).Select(i => Task.Run(() => TryBookAsync(book, opening, name + i))));
        var wins = results.Count(won => won);
        Assert.InRange(wins, 0, 1);
        await File.WriteAllTextAsync(Path.Combine(folder.Root, name + ".wins"), wins.ToString(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Occupancy_WhenWrittenBehindTheRules_IsRefusedByTheDatabase()
    {
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        var row = "FROM occupancy LIMIT 1";
        string[] overlaps =
        [
            $"INSERT INTO occupancy SELECT 'x', 2, doctor, start, \"end\", NULL {row}",
            $"INSERT INTO occupancy SELECT 'x', 2, doctor, start - 60000, start + 1, NULL {row}",
            $"INSERT INTO occupancy SELECT 'x', 1, doctor, \"end\" - 1, \"end\" + 60000, 9 {row}",
            $"INSERT OR REPLACE INTO occupancy SELECT 'x', 2, doctor, start + 1, start + 2, NULL {row}",
        ];
        Assert.All(overlaps, sql => Assert.Contains("occupied", Assert.Throws<SqliteException>(() => _folder.Tamper(sql)).Message, StringComparison.Ordinal));
        _folder.Tamper($"INSERT INTO occupancy SELECT 'after', 2, doctor, \"end\", \"end\" + 60000, NULL {row}");
        _folder.Tamper($"INSERT INTO occupancy SELECT 'other', 2, 'other', start, \"end\", NULL {row}");
        var moved = Assert.Throws<SqliteException>(() => _folder.Tamper("UPDATE occupancy SET start = start - 60000 WHERE id = 'after'"));
        Assert.Contains("occupied", moved.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> TryBookAsync(IAppointmentBook book, OpeningId opening, string racer)
    {
        var held = await book.HoldAsync(opening, new IdempotencyKey(racer + ":hold"), Caller(racer), CancellationToken.None);
        return held is HoldResult.Placed placed && await BookAsync(book, placed.Hold.Id, racer) is BookingResult.Booked;
    }

    private Task WaitForAsync(string file) => WaitForFileAsync(Path.Combine(_folder.Root, file));

    private static async Task WaitForFileAsync(string path)
    {
        for (var tries = 0; !File.Exists(path); tries++)
        {
            Assert.True(tries < 3000, "The other process never came: " + Path.GetFileName(path));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
