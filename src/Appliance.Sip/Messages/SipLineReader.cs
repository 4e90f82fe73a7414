using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>Cuts a message into logical lines: CRLF (or bare LF) ends a line unless white space follows, which folds it
/// (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7.3.1">RFC 3261 §7.3.1</see>).</summary>
internal ref struct SipLineReader(ReadOnlySpan<byte> data, int start)
{
    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>Where the next line starts.</summary>
    public int Position { get; private set; } = start;

    /// <summary>Whether every byte was taken.</summary>
    public readonly bool AtEnd => Position >= _data.Length;

    /// <summary>Takes the next line without its line break; false when the bytes end before one.</summary>
    /// <param name="canFold">Start lines cannot be folded.</param>
    /// <param name="line">The bytes, folds still inside.</param>
    public bool TryTakeLine(bool canFold, out ReadOnlySpan<byte> line)
    {
        var from = Position;
        while (true)
        {
            var length = _data[from..].IndexOf((byte)'\n');
            if (length < 0)
            {
                line = default;
                return false;
            }

            var end = from + length;
            var isEmpty = TrimReturn(_data[Position..end]).IsEmpty;
            if (canFold && !isEmpty && end + 1 < _data.Length && _data[end + 1] is (byte)' ' or (byte)'\t')
            {
                from = end + 1;
                continue;
            }

            line = TrimReturn(_data[Position..end]);
            Position = end + 1;
            return true;
        }
    }

    /// <summary>Decodes UTF-8 (wrong bytes become U+FFFD: old gateways send Latin-1 names, and a call is worth more than its
    /// spelling), makes each fold one space and trims.</summary>
    public static string Decode(ReadOnlySpan<byte> line)
    {
        if (!line.Contains((byte)'\n'))
        {
            return Encoding.UTF8.GetString(line.Trim(" \t"u8));
        }

        var text = new StringBuilder();
        foreach (var range in line.Split((byte)'\n'))
        {
            var part = line[range].Trim(" \t\r"u8);
            if (!part.IsEmpty)
            {
                text.Append(text.Length > 0 ? " " : string.Empty).Append(Encoding.UTF8.GetString(part));
            }
        }

        return text.ToString();
    }

    private static ReadOnlySpan<byte> TrimReturn(ReadOnlySpan<byte> line) =>
        line.EndsWith("\r"u8) ? line[..^1] : line;
}
