using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>Writes messages in wire form; header values cannot hold line breaks (<see cref="SipHeader"/>).</summary>
public static class SipWriter
{
    /// <summary>Start line, headers in order, Content-Length from the body, body.</summary>
    /// <param name="message">Stays the caller's.</param>
    /// <param name="output">Receives the bytes.</param>
    public static void Write(SipMessage message, IBufferWriter<byte> output)
    {
        WriteStartLine(message, output);
        foreach (var header in message.Headers)
        {
            if (!header.Is(SipHeaderNames.ContentLength))
            {
                WriteText(header.Name, output);
                output.Write(": "u8);
                WriteText(header.Value, output);
                output.Write("\r\n"u8);
            }
        }

        output.Write("Content-Length: "u8);
        WriteNumber(message.Body.Length, output);
        output.Write("\r\n\r\n"u8);
        output.Write(message.Body.Span);
    }

    private static void WriteStartLine(SipMessage message, IBufferWriter<byte> output)
    {
        if (message is SipResponse response)
        {
            output.Write("SIP/2.0 "u8);
            WriteNumber(response.Status, output);
            output.Write(" "u8);

            // The one free text outside headers; a line break here would forge headers too.
            WriteText(response.Reason.ReplaceLineEndings(" "), output);
        }
        else
        {
            WriteText(message.StartLine, output);
        }

        output.Write("\r\n"u8);
    }

    private static void WriteText(string text, IBufferWriter<byte> output) => Encoding.UTF8.GetBytes(text, output);

    private static void WriteNumber(int number, IBufferWriter<byte> output)
    {
        var span = output.GetSpan(11);
        Utf8Formatter.TryFormat(number, span, out var written);
        output.Advance(written);
    }
}
