namespace Appliance.Dialog.Tools;

/// <summary>The appointment is committed in the store.</summary>
public sealed record Booked(string AppointmentId) : ToolResult;
