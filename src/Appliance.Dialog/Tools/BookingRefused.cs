namespace Appliance.Dialog.Tools;

/// <summary>The appointment could not be made; nothing was stored.</summary>
public sealed record BookingRefused(BookingRefusal Reason) : ToolResult;
