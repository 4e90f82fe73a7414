namespace Appliance.Sip.Messages;

/// <summary>One <c>name</c> or <c>name=value</c>.</summary>
/// <param name="Name">As written; compared without case.</param>
/// <param name="Value">As written, quotes and escapes included; null for a flag.</param>
public readonly record struct SipParameter(string Name, string? Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value is null ? Name : Name + "=" + Value;
}
