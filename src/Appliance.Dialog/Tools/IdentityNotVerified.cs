namespace Appliance.Dialog.Tools;

/// <summary>The caller is not verified; the same whether there is such a patient or not.</summary>
/// <param name="TriesLeft">0 to 2; with 0 only a person can help.</param>
public sealed record IdentityNotVerified(int TriesLeft) : ToolResult;
