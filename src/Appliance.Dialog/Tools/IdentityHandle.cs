namespace Appliance.Dialog.Tools;

/// <summary>The clinic's opaque handle of a caller who was verified; good in this call only, and not to be spoken.</summary>
public sealed record IdentityHandle(string Id);
