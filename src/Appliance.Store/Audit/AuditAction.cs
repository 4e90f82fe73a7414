namespace Appliance.Store.Audit;

/// <summary>What was done; the name is what stands in the trail, so a member is never renamed.</summary>
public enum AuditAction
{
    PatientRead = 1,
    PatientWritten,
    HoldPlaced,
    HoldReleased,
    AppointmentBooked,
    AppointmentRead,
    CallbackAdded,
    CallbackRead,
    CallbackCompleted,
    CallWritten,
    CallRead,
    CallErased,
    RecordingWritten,
    RecordingRead,

    /// <summary>Somebody signed in to the appliance.</summary>
    SignedIn,

    /// <summary>Somebody was refused.</summary>
    SignInRefused,

    SettingsChanged,

    /// <summary>A caller was verified as the patient that is named.</summary>
    IdentityVerified,

    /// <summary>A caller was not verified; the trail deliberately does not say why.</summary>
    IdentityRefused,
    AppointmentCancelled,
    AppointmentMoved,
}
