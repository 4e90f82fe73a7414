using Appliance.Clinic;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Profiles;
using Appliance.Store.Audit;
using Appliance.Store.Database;

namespace Appliance.Store.Appointments;

/// <summary>One attempt to hold an opening, as a transaction.</summary>
internal sealed record PlaceHold(ClinicProfile Profile, OpeningId Opening, IdempotencyKey Key, Actor Actor)
{
    public HoldResult Run(StoreTransaction transaction)
    {
        var idempotency = new Idempotency(transaction, "hold", Key, Actor.ToString(), Opening.Value).Look();
        if (idempotency.IsReused)
        {
            return new HoldResult.Refused(HoldRefusal.KeyReused);
        }

        if (idempotency.Subject is { } placed && HoldDocuments.Find(transaction, new HoldId(placed), Actor) is { } before)
        {
            return new HoldResult.Placed(before.Hold);
        }

        Occupancy.DropExpired(transaction);
        HoldDocuments.Forget(transaction);
        return Judge(transaction) switch
        {
            { Opening: { } opening } => Place(transaction, opening, idempotency),
            var verdict => HoldResult.From(verdict.Refusal ?? OpeningRefusal.NotOffered),
        };
    }

    private OpeningVerdict Judge(StoreTransaction transaction)
    {
        var day = TimeSpan.FromDays(1);
        var busy = Opening.TryRead(out _, out _, out var start)
            ? Occupancy.Read(transaction.Connection, start - day, start + day, transaction.Now)
            : [];
        return OpeningFinder.Judge(Profile, busy, Opening, transaction.Now);
    }

    private HoldResult Place(StoreTransaction transaction, Opening opening, Idempotency idempotency)
    {
        var expires = DateTimeOffset.FromUnixTimeMilliseconds((transaction.Now + Profile.HoldLifetime).ToUnixTimeMilliseconds());
        var hold = new Hold(HoldId.New(), opening, Actor, expires);
        if (!Occupancy.TryTake(transaction, hold.Id, opening, expires))
        {
            return new HoldResult.Refused(HoldRefusal.Taken);
        }

        HoldDocuments.Add(transaction, hold);
        idempotency.Remember(hold.Id.Value);
        transaction.Audit(Actor, AuditAction.HoldPlaced, hold.Id.Value);
        return new HoldResult.Placed(hold);
    }
}
