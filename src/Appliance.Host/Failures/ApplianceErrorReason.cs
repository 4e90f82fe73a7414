namespace Appliance.Host.Failures;

/// <summary>Why the appliance cannot start or do what it was asked.</summary>
public enum ApplianceErrorReason
{
    /// <summary>A setting is missing, unknown or out of its range; all of them are named.</summary>
    InvalidOptions,

    /// <summary>The clinic's profile cannot be read or is wrong; all faults are named.</summary>
    InvalidProfile,

    /// <summary>Another program holds a SIP port.</summary>
    PortInUse,

    /// <summary>An address is not one of this machine's, or may not be listened on.</summary>
    AddressUnavailable,

    /// <summary>A native library is not installed, or is of the wrong version.</summary>
    MissingLibrary,

    /// <summary>A model that the appliance cannot do without is missing.</summary>
    MissingModel,

    /// <summary>A model that the appliance cannot do without is not what was shipped or imported.</summary>
    DamagedModel,

    /// <summary>An engine failed while it was started.</summary>
    EngineFailed,

    /// <summary>The key file is missing, kept badly, or holds no key.</summary>
    KeyFile,

    /// <summary>The data were sealed with another key.</summary>
    WrongKey,

    /// <summary>The stored data are not what was written.</summary>
    StoreDamaged,

    /// <summary>No room is left where the data lie.</summary>
    DiskFull,

    /// <summary>The store cannot be opened, read or written for another reason.</summary>
    StoreUnavailable,

    /// <summary>A file that was asked for cannot be read or written.</summary>
    File,
}
