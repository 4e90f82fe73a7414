namespace Appliance.Dialog.Tools;

/// <summary>Keep an opening for this caller for some minutes. Answered by <see cref="HoldPlaced"/> or <see cref="HoldRefused"/>. A later hold of the call replaces the former only after <see cref="ReleaseHold"/>.</summary>
public sealed record HoldOpening(string OpeningId) : ToolRequest;
