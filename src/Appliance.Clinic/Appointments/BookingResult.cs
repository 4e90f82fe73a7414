namespace Appliance.Clinic.Appointments;

/// <summary>Why nothing was booked.</summary>
public enum BookingRefusal
{
    /// <summary>No such hold, it was released or used, or it belongs to another actor.</summary>
    HoldUnknown = 1,

    HoldExpired,

    /// <summary>Name, birth date or phone are missing or cannot be right.</summary>
    PatientIncomplete,

    /// <summary>The idempotency key was used for another request before.</summary>
    KeyReused,
}

/// <summary>The answer to a booking. Booked is given only after the commit has reached the disk.</summary>
public abstract record BookingResult
{
    private BookingResult()
    {
    }

    /// <summary>The appointment is on disk.</summary>
    public sealed record Booked(Appointment Appointment) : BookingResult;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(BookingRefusal Reason) : BookingResult;
}
