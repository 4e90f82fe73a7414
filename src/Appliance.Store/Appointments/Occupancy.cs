using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Schedules;
using Appliance.Store.Database;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Appointments;

/// <summary>
/// The time that doctors are taken, by appointments and live holds. The table's triggers refuse any overlap, whoever writes:
/// what the rules judged a moment ago is not trusted.
/// </summary>
internal static class Occupancy
{
    private const int HoldKind = 1;
    private const int AppointmentKind = 2;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>Taken time that overlaps the interval; expired holds do not count.</summary>
    public static List<BusyInterval> Read(SqliteConnection connection, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) => connection.Query(
        """
        SELECT doctor, start, "end" FROM occupancy
        WHERE start < $until AND start > $earliest AND "end" > $from AND (kind = 2 OR expires > $now)
        """,
        row => new BusyInterval(row.GetString(0), new TimeInterval(FromMilliseconds(row.GetInt64(1)), FromMilliseconds(row.GetInt64(2)))),
        ("$from", from.ToUnixTimeMilliseconds()),
        ("$earliest", (from - s_longest).ToUnixTimeMilliseconds()),
        ("$until", until.ToUnixTimeMilliseconds()),
        ("$now", now.ToUnixTimeMilliseconds()));

    public static void DropExpired(StoreTransaction transaction) => transaction.Connection.Execute(
        "DELETE FROM occupancy WHERE kind = 1 AND expires <= $now", ("$now", transaction.Now.ToUnixTimeMilliseconds()));

    /// <summary>False when the time is taken.</summary>
    public static bool TryTake(StoreTransaction transaction, HoldId hold, Opening opening, DateTimeOffset expires)
    {
        try
        {
            transaction.Connection.Execute(
                "INSERT INTO occupancy VALUES ($id, $kind, $doctor, $start, $end, $expires)",
                ("$id", hold.Value),
                ("$kind", HoldKind),
                ("$doctor", opening.DoctorId),
                ("$start", opening.Occupied.Start.ToUnixTimeMilliseconds()),
                ("$end", opening.Occupied.End.ToUnixTimeMilliseconds()),
                ("$expires", expires.ToUnixTimeMilliseconds()));
            return true;
        }
        catch (SqliteException e) when (SqliteErrors.IsConstraint(e))
        {
            return false;
        }
    }

    public static void Release(StoreTransaction transaction, HoldId hold) =>
        transaction.Connection.Execute("DELETE FROM occupancy WHERE id = $id AND kind = 1", ("$id", hold.Value));

    /// <summary>Gives the hold's time to the appointment; false when the hold has lost it.</summary>
    public static bool TryMove(StoreTransaction transaction, HoldId hold, AppointmentId appointment) => transaction.Connection.Execute(
        "UPDATE occupancy SET id = $appointment, kind = $kind, expires = NULL WHERE id = $hold AND kind = 1",
        ("$appointment", appointment.Value),
        ("$kind", AppointmentKind),
        ("$hold", hold.Value)) == 1;

    /// <summary>
    /// Gives the hold's time to an appointment and frees the time that it had; false when the hold has lost it. The trigger judges
    /// the new time like any other.
    /// </summary>
    public static bool TryExchange(StoreTransaction transaction, HoldId hold, Opening opening, AppointmentId appointment)
    {
        var given = transaction.Connection.Execute("DELETE FROM occupancy WHERE id = $hold AND kind = 1", ("$hold", hold.Value));
        return given == 1 && transaction.Connection.Execute(
            "UPDATE occupancy SET doctor = $doctor, start = $start, \"end\" = $end WHERE id = $appointment AND kind = 2",
            ("$doctor", opening.DoctorId),
            ("$start", opening.Occupied.Start.ToUnixTimeMilliseconds()),
            ("$end", opening.Occupied.End.ToUnixTimeMilliseconds()),
            ("$appointment", appointment.Value)) == 1;
    }

    /// <summary>Frees the time of an appointment that no longer names it.</summary>
    public static void Release(StoreTransaction transaction, AppointmentId appointment) =>
        transaction.Connection.Execute("DELETE FROM occupancy WHERE id = $id AND kind = 2", ("$id", appointment.Value));

    private static DateTimeOffset FromMilliseconds(long value) => DateTimeOffset.FromUnixTimeMilliseconds(value);
}
