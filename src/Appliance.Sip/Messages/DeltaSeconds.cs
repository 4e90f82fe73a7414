namespace Appliance.Sip.Messages;

/// <summary>Durations in whole seconds (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-20.19">RFC 3261 §20.19</see>).</summary>
public static class DeltaSeconds
{
    /// <summary>Reads digits; too large a number counts as 2³²−1 (RFC 4475 §3.1.2.4), anything else as null.</summary>
    public static uint? Read(string? text)
    {
        if (SipGrammar.TryParseNumber(text, uint.MaxValue, out var seconds))
        {
            return seconds;
        }

        return !string.IsNullOrEmpty(text) && text.All(char.IsAsciiDigit) ? uint.MaxValue : null;
    }
}
