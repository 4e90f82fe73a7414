using Appliance.Inference;
using Appliance.Media;
using Appliance.Sip;
using Appliance.Store;

namespace Appliance.Host.Failures;

/// <summary>Turns the failures of the parts into ones that people can act on.</summary>
public static class FailureExplanation
{
    /// <summary>The explanation, or null where the exception is none that can be expected: a bug.</summary>
    public static ApplianceException? Of(Exception error) => error switch
    {
        ApplianceException explained => explained,
        StoreException store => Store(store),
        EngineException engine => Engine(engine),
        SipException { Reason: SipErrorReason.PortInUse } port => new(ApplianceErrorReason.PortInUse, port.Message, port),
        SipException { Reason: SipErrorReason.AddressNotAvailable } address => new(ApplianceErrorReason.AddressUnavailable, address.Message, address),
        MediaException { Reason: MediaErrorReason.BadWav } wav => new(ApplianceErrorReason.File, wav.Message, wav),
        MediaException media => new(ApplianceErrorReason.AddressUnavailable, media.Message, media),
        IOException or UnauthorizedAccessException => new(ApplianceErrorReason.File, error.Message, error),
        _ => null,
    };

    private static ApplianceException Store(StoreException error)
    {
        var (reason, mend) = error.Reason switch
        {
            StoreErrorReason.MissingLibrary => (ApplianceErrorReason.MissingLibrary, ""),
            StoreErrorReason.KeyFileMissing or StoreErrorReason.KeyFileInsideDataDirectory or StoreErrorReason.KeyFileTooOpen =>
                (ApplianceErrorReason.KeyFile, ""),
            StoreErrorReason.KeyFileMalformed => (ApplianceErrorReason.KeyFile, "Put back the key file from its safe copy."),
            StoreErrorReason.KeyFileExists => (ApplianceErrorReason.KeyFile, "Give another path, or keep using the key that is there."),
            StoreErrorReason.WrongKey => (ApplianceErrorReason.WrongKey, "Give the key that these data were sealed with (--key FILE)."),
            StoreErrorReason.Damaged => (ApplianceErrorReason.StoreDamaged, "Restore the last backup; 'appliance doctor' looks at the store."),
            StoreErrorReason.AuditBroken => (ApplianceErrorReason.StoreDamaged, "See 'appliance audit verify'; restore the last backup."),
            StoreErrorReason.NewerSchema => (ApplianceErrorReason.StoreUnavailable, "Install the newer version of the appliance again."),
            StoreErrorReason.DiskFull => (ApplianceErrorReason.DiskFull, "Make room on the disk of the data directory; what is stored is safe."),
            StoreErrorReason.ReadOnly => (ApplianceErrorReason.StoreUnavailable, "Run as the owner of the data directory, on a disk that can be written."),
            StoreErrorReason.Busy => (ApplianceErrorReason.StoreUnavailable, "Try again; 'fuser' on the database shows who holds it."),
            StoreErrorReason.NotFound or StoreErrorReason.CallErased or StoreErrorReason.AlreadyExists or StoreErrorReason.Closed =>
                (ApplianceErrorReason.StoreUnavailable, ""),
            _ => (ApplianceErrorReason.StoreUnavailable, "See 'appliance doctor'."),
        };
        return new ApplianceException(reason, Join(error.Message, mend), error);
    }

    private static ApplianceException Engine(EngineException error)
    {
        var (reason, mend) = error.Reason switch
        {
            EngineErrorReason.MissingLibrary or EngineErrorReason.WrongLibraryVersion => (ApplianceErrorReason.MissingLibrary, ""),
            EngineErrorReason.MissingModel => (ApplianceErrorReason.MissingModel, "See 'appliance models verify'."),
            EngineErrorReason.DamagedModel or EngineErrorReason.UnsupportedModel =>
                (ApplianceErrorReason.DamagedModel, "See 'appliance models verify'."),
            _ => (ApplianceErrorReason.EngineFailed, "See 'appliance doctor'."),
        };
        return new ApplianceException(reason, Join(error.Message, mend), error);
    }

    private static string Join(string what, string mend) => mend.Length == 0 ? what : $"{what} {mend}";
}
