using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Patients;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Visits;
using Appliance.Store.Database;
using Appliance.Store.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Store.Tests;

/// <summary>A folder for one test with a data directory and a key, and short ways to book in it. Gone afterwards.</summary>
internal sealed class StoreFolder : IDisposable
{
    public static readonly ClinicProfile Profile = ClinicProfile.Demo();

    public static readonly PatientDetails Pat = new("Patricia Example-Canary", new DateOnly(1971, 4, 23), "(555) 010-4477");

    private readonly bool _isOwner;

    public StoreFolder()
        : this(Directory.CreateTempSubdirectory("appliance-store-").FullName)
    {
        KeyFile.Create(Options.KeyFile);
        _isOwner = true;
    }

    /// <summary>The folder of another process.</summary>
    public StoreFolder(string root)
    {
        Root = root;
        Options = new StoreOptions { DataDirectory = Path.Combine(root, "data"), KeyFile = Path.Combine(root, "key") };
    }

    public string Root { get; }

    public StoreOptions Options { get; set; }

    public ManualTimeProvider Time { get; } = new();

    public string Database => Options.DatabaseFile;

    public ApplianceStore Open(StoreFaults? faults = null) => StoreOpening.Open(Options, Time, NullLoggerFactory.Instance, faults);

    public async Task<T> WithStoreAsync<T>(Func<ApplianceStore, Task<T>> use)
    {
        await using var store = Open();
        return await use(store);
    }

    /// <summary>Changes the closed database behind the store's back.</summary>
    public void Tamper(string sql)
    {
        SqliteEngine.EnsureLoaded();
        using var connection = SqliteConnections.Open(Options);
        connection.Execute(sql);
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public T Peek<T>(string sql)
    {
        SqliteEngine.EnsureLoaded();
        using var connection = SqliteConnections.Open(Options);
        return connection.Scalar<T>(sql)!;
    }

    public StoreErrorReason? ReasonToRefuse() => Assert.Throws<StoreException>(() => Open()).Reason;

    public static Actor Caller(string id) => Actor.Call("call-" + id);

    public static async Task<Opening> FirstOpeningAsync(IAppointmentBook book, string? doctor = null)
    {
        var query = new OpeningQuery { FirstDay = new DateOnly(2026, 11, 24), LastDay = new DateOnly(2026, 12, 4), DoctorId = doctor, Limit = 1 };
        return Assert.Single(await book.FindOpeningsAsync(query, Caller("x"), CancellationToken.None));
    }

    public static async Task<Hold> HoldAsync(IAppointmentBook book, OpeningId opening, string caller)
    {
        var result = await book.HoldAsync(opening, new IdempotencyKey(caller + ":hold"), Caller(caller), CancellationToken.None);
        return Assert.IsType<HoldResult.Placed>(result).Hold;
    }

    public static Task<BookingResult> BookAsync(IAppointmentBook book, HoldId hold, string caller, PatientDetails? patient = null) => book.BookAsync(
        hold, new BookingDetails(patient ?? Pat, "Sore elbow canary"), new IdempotencyKey(caller + ":book"), Caller(caller), CancellationToken.None);

    /// <summary>Finds, holds and books the first opening.</summary>
    public static async Task<Appointment> BookFirstAsync(IAppointmentBook book, string caller = "a")
    {
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, caller);
        return Assert.IsType<BookingResult.Booked>(await BookAsync(book, hold.Id, caller)).Appointment;
    }

    public static Task<IReadOnlyList<Appointment>> AllAsync(IAppointmentBook book) => book.ListAppointmentsAsync(
        new AppointmentQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100)), Actor.System("test"), CancellationToken.None);

    /// <summary>A new try of the caller; by default with what <see cref="Pat"/> would say.</summary>
    public static Task<IdentityResult> VerifyAsync(ApplianceStore store, string caller, IdentityClaim? claim = null, string? key = null) =>
        store.OpenIdentityDesk(Profile).VerifyAsync(
            claim ?? new IdentityClaim(Pat.Name, Pat.BirthDate, Pat.Phone),
            new IdempotencyKey(key ?? caller + ":" + Guid.NewGuid().ToString("N")),
            Caller(caller),
            CancellationToken.None);

    public static async Task<VerifiedPatient> VerifiedAsync(ApplianceStore store, string caller, IdentityClaim? claim = null) =>
        Assert.IsType<IdentityResult.Verified>(await VerifyAsync(store, caller, claim)).Patient;

    public static Task<VisitResult> CancelAsync(ApplianceStore store, VerifiedPatient patient, AppointmentId id, string key = "") =>
        store.OpenVisitDesk(Profile).CancelAsync(
            patient, id, "Moved to Kanaria", new IdempotencyKey(patient.Call.Id + ":cancel" + key), CancellationToken.None);

    public static Task<VisitResult> MoveAsync(ApplianceStore store, VerifiedPatient patient, AppointmentId id, HoldId hold, string key = "") =>
        store.OpenVisitDesk(Profile).MoveAsync(patient, id, hold, new IdempotencyKey(patient.Call.Id + ":move" + key), CancellationToken.None);

    public void Dispose()
    {
        if (_isOwner)
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
