namespace Appliance.Dialog.Tools;

/// <summary>The callback is committed in the store.</summary>
public sealed record CallbackSaved(string CallbackId) : ToolResult;
