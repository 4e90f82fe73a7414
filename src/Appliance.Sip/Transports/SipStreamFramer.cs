using System.Buffers.Text;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Transports;

/// <summary>What <see cref="SipStreamFramer.Next"/> found.</summary>
internal enum SipFrame
{
    /// <summary>Read more bytes first.</summary>
    NeedMore,

    /// <summary>A whole message.</summary>
    Message,

    /// <summary>A double CRLF, to be answered with one (RFC 5626 §3.5.1).</summary>
    Ping,

    /// <summary>The boundary is lost or beyond the limits: the bytes so far may be answered, then the stream must close.</summary>
    Broken,
}

/// <summary>Cuts a byte stream into messages by Content-Length (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-18.3">RFC 3261
/// §18.3</see>). Memory grows with the bytes that came, never with a length that was announced, up to
/// <see cref="SipLimits.MaxMessageBytes"/>; no byte is searched twice for the end of headers.</summary>
internal sealed class SipStreamFramer(SipLimits limits)
{
    private const int FirstBuffer = 2_048;
    private const int LargestIdleBuffer = 16_384;
    private const int Unknown = -1;

    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _scanned;
    private int _length = Unknown;
    private int _lineBreaks;

    /// <summary>Whether a message has begun and not ended.</summary>
    public bool HasPartial => _end > _start;

    /// <summary>Free space to read into, valid until the next call; never empty if <see cref="Next"/> is asked after each
    /// <see cref="Commit"/>.</summary>
    public Memory<byte> GetMemory()
    {
        if (_start == _end)
        {
            _start = _end = _scanned = 0;

            // One large message must not hold its memory for the life of the connection.
            _buffer = _buffer.Length > LargestIdleBuffer ? [] : _buffer;
        }

        if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        return _buffer.AsMemory(_end);
    }

    /// <summary>Says that so many bytes were read into the free space.</summary>
    public void Commit(int count) => _end += count;

    /// <summary>Takes the next frame; call until it says <see cref="SipFrame.NeedMore"/> or <see cref="SipFrame.Broken"/>.</summary>
    /// <param name="bytes">The message, or for a broken stream what there is of it; valid until <see cref="GetMemory"/>.</param>
    public SipFrame Next(out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        if (TakeLineBreaks())
        {
            return SipFrame.Ping;
        }

        if (_length == Unknown && !TryFindLength(out var broken))
        {
            if (!broken && _end - _start < limits.MaxMessageBytes)
            {
                return SipFrame.NeedMore;
            }

            bytes = _buffer.AsMemory(_start, _end - _start);
            return SipFrame.Broken;
        }

        if (_end - _start < _length)
        {
            return SipFrame.NeedMore;
        }

        bytes = _buffer.AsMemory(_start, _length);
        _start = _scanned = _start + _length;
        _length = Unknown;
        return SipFrame.Message;
    }

    /// <summary>Skips line breaks between messages; true when two in a row make a ping.</summary>
    private bool TakeLineBreaks()
    {
        while (_length == Unknown && _start < _end)
        {
            var isPair = _buffer[_start] == '\r' && _start + 1 < _end && _buffer[_start + 1] == '\n';
            if (!isPair && _buffer[_start] != '\n')
            {
                // A carriage return at the very end waits for its line feed.
                _lineBreaks = _buffer[_start] == '\r' && _start + 1 == _end ? _lineBreaks : 0;
                return false;
            }

            _start += isPair ? 2 : 1;
            _scanned = Math.Max(_scanned, _start);
            if (++_lineBreaks == 2)
            {
                _lineBreaks = 0;
                return true;
            }
        }

        return false;
    }

    private bool TryFindLength(out bool broken)
    {
        broken = false;
        var bodyStart = FindBody();
        if (bodyStart < 0)
        {
            return false;
        }

        // Without a length the end of the message is unknown; RFC 3261 §20.14 requires it on streams.
        var bodyLength = ReadContentLength(_buffer.AsSpan(_start, bodyStart - _start));
        if (bodyLength < 0 || bodyLength > limits.MaxBodyBytes || bodyStart - _start + bodyLength > limits.MaxMessageBytes)
        {
            broken = true;
            return false;
        }

        _length = bodyStart - _start + (int)bodyLength;
        return true;
    }

    /// <summary>Position behind the empty line that ends the headers, or -1.</summary>
    private int FindBody()
    {
        while (true)
        {
            var feed = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
            if (feed < 0)
            {
                _scanned = _end;
                return -1;
            }

            _scanned += feed;
            var next = _scanned + 1;
            if (next < _end && _buffer[next] == '\r')
            {
                next++;
            }

            if (next >= _end)
            {
                // Look again from this line feed when more has come.
                return -1;
            }

            if (_buffer[next] == '\n')
            {
                return next + 1;
            }

            _scanned++;
        }
    }

    /// <summary>The body's length, or -1 where it is missing, malformed or given twice with different values.</summary>
    private static long ReadContentLength(ReadOnlySpan<byte> headers)
    {
        var reader = new SipLineReader(headers, 0);
        long found = -1;
        for (var i = 0; reader.TryTakeLine(canFold: i > 0, out var line) && !line.IsEmpty; i++)
        {
            var colon = line.IndexOf((byte)':');
            if (i == 0 || colon < 0 || !IsContentLength(line[..colon]))
            {
                continue;
            }

            var value = line[(colon + 1)..].Trim(" \t\r\n"u8);
            if (!Utf8Parser.TryParse(value, out uint length, out var used) || used != value.Length || value[0] == '+'
                || (found >= 0 && found != length))
            {
                return -1;
            }

            found = length;
        }

        return found;
    }

    private static bool IsContentLength(ReadOnlySpan<byte> name)
    {
        name = name.TrimEnd(" \t"u8);
        return System.Text.Ascii.EqualsIgnoreCase(name, "Content-Length"u8) || System.Text.Ascii.EqualsIgnoreCase(name, "l"u8);
    }

    private void MakeRoom()
    {
        var used = _end - _start;
        if (used > _buffer.Length / 2 || _buffer.Length == 0)
        {
            Array.Resize(ref _buffer, Math.Clamp(_buffer.Length * 2, FirstBuffer, Math.Max(FirstBuffer, limits.MaxMessageBytes + 1)));
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, used).CopyTo(_buffer);
            _scanned -= _start;
            _end = used;
            _start = 0;
        }
    }
}
