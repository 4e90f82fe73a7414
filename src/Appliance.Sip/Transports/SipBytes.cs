using System.Buffers;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Transports;

/// <summary>Wire form in one piece, for queues that outlive the call.</summary>
internal static class SipBytes
{
    public static ReadOnlyMemory<byte> Of(SipMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        SipWriter.Write(message, buffer);
        return buffer.WrittenMemory;
    }
}
