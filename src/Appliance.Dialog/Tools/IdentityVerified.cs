namespace Appliance.Dialog.Tools;

/// <summary>The caller is this patient.</summary>
public sealed record IdentityVerified(IdentityHandle Identity) : ToolResult;
