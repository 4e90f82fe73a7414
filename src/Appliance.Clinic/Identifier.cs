namespace Appliance.Clinic;

/// <summary>
/// The one form of every identifier: 1 to 80 characters of A–Z, a–z, 0–9, dot, dash, underscore, colon.
/// Identifiers stand in logs and in the audit trail, so they must never be made from personal data.
/// </summary>
public static class Identifier
{
    public const int MaxLength = 80;

    /// <summary>A new random identifier: the prefix, a dash and 128 random bits in hex.</summary>
    public static string New(string prefix) => prefix + "-" + Guid.NewGuid().ToString("N");

    public static bool IsValid(string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':');

    /// <exception cref="ArgumentException">The value has another form; the message never repeats it.</exception>
    internal static string Require(string? value, string parameter) =>
        IsValid(value) ? value! : throw new ArgumentException("Not an identifier: 1 to 80 of A-Z a-z 0-9 . - _ : are allowed.", parameter);
}
