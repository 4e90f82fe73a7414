namespace Appliance.Sip.Messages;

/// <summary>Whether a message was read, and if not, what is wrong where.</summary>
/// <param name="Error">The first thing wrong; <see cref="SipParseError.None"/> where all is well.</param>
/// <param name="Offset">Byte offset of the line it was found in.</param>
/// <param name="Header">The header concerned, or null.</param>
public readonly record struct SipParseResult(SipParseError Error, int Offset = 0, string? Header = null)
{
    /// <summary>Whether all is well.</summary>
    public bool IsSuccess => Error == SipParseError.None;

    /// <inheritdoc/>
    public override string ToString() => Header is null ? $"{Error} at byte {Offset}" : $"{Error} ({Header}) at byte {Offset}";
}
