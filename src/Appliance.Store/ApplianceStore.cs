using Appliance.Clinic.Appointments;
using Appliance.Clinic.Callbacks;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Visits;
using Appliance.Store.Appointments;
using Appliance.Store.Audit;
using Appliance.Store.Callbacks;
using Appliance.Store.Calls;
using Appliance.Store.Database;
using Appliance.Store.Identity;
using Appliance.Store.Recordings;
using Appliance.Store.Visits;
using Microsoft.Extensions.Logging;

namespace Appliance.Store;

/// <summary>
/// All data of the appliance: sealed documents in SQLite, sealed recordings beside it, and the audit trail of both. Several processes
/// may have it open. Safe for use from many threads.
/// </summary>
public sealed class ApplianceStore : IAsyncDisposable
{
    private readonly StoreWriter _writer;
    private readonly StoreReader _reader;
    private readonly TimeProvider _time;

    internal ApplianceStore(
        StoreWriter writer, StoreReader reader, AuditLog audit, RecordingFiles recordings, TimeProvider time, StoreFaults? faults)
    {
        _writer = writer;
        _reader = reader;
        _time = time;
        Audit = audit;
        Callbacks = new CallbackQueue(writer);
        Calls = new CallRecords(writer, recordings);
        Recordings = new RecordingStore(writer, recordings, faults);
    }

    public AuditLog Audit { get; }

    public ICallbackQueue Callbacks { get; }

    public CallRecords Calls { get; }

    public RecordingStore Recordings { get; }

    /// <summary>Opens the store, making it on first use. A wrong key is noticed before anything is written.</summary>
    /// <exception cref="ArgumentException">The options are wrong; all faults are named.</exception>
    /// <exception cref="StoreException">With its reason.</exception>
    public static ApplianceStore Open(StoreOptions options, TimeProvider time, ILoggerFactory loggers) =>
        StoreOpening.Open(options, time, loggers, faults: null);

    /// <summary>The appointment book under a clinic's profile.</summary>
    public IAppointmentBook OpenBook(ClinicProfile profile) => new AppointmentBook(_writer, _reader, profile, _time);

    /// <summary>Who is calling, under a clinic's profile.</summary>
    public IIdentityDesk OpenIdentityDesk(ClinicProfile profile) => new IdentityDesk(_writer, _reader, profile, _time);

    /// <summary>What verified patients may ask of their own appointments, under a clinic's profile.</summary>
    public IVisitDesk OpenVisitDesk(ClinicProfile profile) => new VisitDesk(_writer, profile);

    /// <summary>Ends after all that was asked before is on the disk and a last checkpoint is written.</summary>
    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _writer.DisposeAsync();
    }
}
