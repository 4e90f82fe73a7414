namespace Appliance.Dialog.Tools;

/// <summary>Give a held opening back. Answered by <see cref="HoldReleased"/>.</summary>
public sealed record ReleaseHold(string HoldId) : ToolRequest;
