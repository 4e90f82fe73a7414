using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Visits;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Visits;

/// <summary>Movers, bookers and cancellers at once, through two stores: nobody shares a time and nobody's visit is lost.</summary>
public sealed class VisitRaceTests : IDisposable
{
    private const int Movers = 24;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task MoveAndBook_WhenAllWantOneOpening_HasOneWinnerAndTheOthersKeepTheirTime()
    {
        await using var left = _folder.Open();
        await using var right = _folder.Open();
        ApplianceStore[] stores = [left, right];
        var booked = new List<Appointment>();
        var patients = new List<VerifiedPatient>();
        for (var i = 0; i < Movers; i++)
        {
            booked.Add(await BookFirstAsync(left.OpenBook(Profile), "patient-" + i));
            patients.Add(await VerifiedAsync(left, "mover-" + i));
        }

        var wanted = (await FirstOpeningAsync(left.OpenBook(Profile))).Id;
        var movers = Enumerable.Range(0, Movers).Select(i => Task.Run(() => TryMoveAsync(stores[i % 2], patients[i], booked[i].Id, wanted)));
        var bookers = Enumerable.Range(0, Movers).Select(i => Task.Run(() => TryBookAsync(stores[i % 2], wanted, "booker-" + i)));
        var races = movers.Concat(bookers).ToList();
        Assert.Equal(1, (await Task.WhenAll(races)).Count(won => won));

        var after = await AllAsync(left.OpenBook(Profile));
        Assert.Equal(Movers, after.Select(a => a.Id).Intersect(booked.Select(a => a.Id)).Count());
        Assert.Single(after, appointment => OpeningId.Of(appointment.DoctorId, appointment.VisitTypeId, appointment.Visit.Start) == wanted);
        AssertTimesAreWhole();
    }

    [Fact]
    public async Task MoveAndCancel_WhenOneVisitIsChangedByMany_EndsInOneStateWithOneTime()
    {
        await using var left = _folder.Open();
        await using var right = _folder.Open();
        ApplianceStore[] stores = [left, right];
        var booked = await BookFirstAsync(left.OpenBook(Profile));
        var openings = await left.OpenBook(Profile).FindOpeningsAsync(
            new OpeningQuery { FirstDay = new(2026, 11, 24), LastDay = new(2026, 11, 24), Limit = 16 }, Caller("x"), CancellationToken.None);
        var patients = new List<VerifiedPatient>();
        foreach (var opening in openings)
        {
            patients.Add(await VerifiedAsync(left, "mover-" + patients.Count));
        }

        var moves = openings.Select((opening, i) => Task.Run(() => TryMoveAsync(stores[i % 2], patients[i], booked.Id, opening.Id))).ToList();
        var cancels = Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            await Task.WhenAny(moves);
            return await CancelAsync(stores[i % 2], patients[i], booked.Id) is VisitResult.Changed;
        })).ToList();
        var moved = (await Task.WhenAll(moves)).Count(won => won);
        Assert.InRange(moved, 1, openings.Count);
        Assert.Equal(1, (await Task.WhenAll(cancels)).Count(won => won));

        var history = await left.OpenBook(Profile).FindHistoryAsync(booked.Id, Actor.System("test"), CancellationToken.None);
        Assert.Equal(moved + 1, history!.Changes.Count);
        Assert.Equal(AppointmentStatus.Cancelled, history.Appointment.Status);
        Assert.All(history.Changes.Zip(history.Changes.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        AssertTimesAreWhole();
    }

    private void AssertTimesAreWhole()
    {
        Assert.Equal(0, _folder.Peek<long>("""
            SELECT count(*) FROM appointments a LEFT JOIN occupancy o ON o.id = a.occupancy
            WHERE a.state = 1 AND (o.id IS NULL OR o.doctor <> a.doctor OR o.start <> a.start OR o."end" < a."end")
            """));
        Assert.Equal(0, _folder.Peek<long>("SELECT count(*) FROM occupancy WHERE kind = 2 AND id NOT IN (SELECT occupancy FROM appointments WHERE state = 1)"));
        Assert.Equal(0, _folder.Peek<long>("""
            SELECT count(*) FROM occupancy a JOIN occupancy b ON a.id < b.id AND a.doctor = b.doctor AND a.start < b."end" AND a."end" > b.start
            """));
    }

    private static async Task<bool> TryMoveAsync(ApplianceStore store, VerifiedPatient patient, AppointmentId id, OpeningId to)
    {
        var key = new IdempotencyKey(patient.Call.Id + ":hold");
        var held = await store.OpenBook(Profile).HoldAsync(to, key, patient.Call, CancellationToken.None);
        return held is HoldResult.Placed placed && await MoveAsync(store, patient, id, placed.Hold.Id) is VisitResult.Changed;
    }

    private static async Task<bool> TryBookAsync(ApplianceStore store, OpeningId opening, string caller)
    {
        var book = store.OpenBook(Profile);
        var held = await book.HoldAsync(opening, new IdempotencyKey(caller + ":hold"), Caller(caller), CancellationToken.None);
        return held is HoldResult.Placed placed && await BookAsync(book, placed.Hold.Id, caller) is BookingResult.Booked;
    }
}
