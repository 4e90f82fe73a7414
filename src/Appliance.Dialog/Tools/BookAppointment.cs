namespace Appliance.Dialog.Tools;

/// <summary>Make the held opening an appointment. Asked only after the caller confirmed everything. Answered by <see cref="Booked"/> or <see cref="BookingRefused"/>.</summary>
/// <param name="HoldId">The hold.</param>
/// <param name="Patient">Who comes.</param>
/// <param name="VisitTypeId">A visit type of the facts, null for the default.</param>
/// <param name="Reason">The caller's own words for it, may be empty.</param>
public sealed record BookAppointment(string HoldId, PatientDetails Patient, string? VisitTypeId, string Reason) : ToolRequest;
