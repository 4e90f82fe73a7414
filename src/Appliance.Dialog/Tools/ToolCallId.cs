namespace Appliance.Dialog.Tools;

/// <summary>One tool call. Counts up from 1 within a call, so call id + this is a good idempotency key.</summary>
public readonly record struct ToolCallId(int Value);
