namespace Appliance.Dialog.Tools;

/// <summary>A request that tells or changes something personal. There is none without a verified caller; answered by <see cref="ToolFailed"/> (NotAllowed) when the handle is not this call's.</summary>
public abstract record PersonalRequest(IdentityHandle Identity) : ToolRequest;
