using System.Net;
using Appliance.Sip.Messages;
using Microsoft.Extensions.Logging;

namespace Appliance.Sip.Transports;

/// <summary>What every transport does with the bytes of one message: read, note the source, answer what is malformed.</summary>
internal sealed partial class SipReception(SipLimits limits, SipTransportCounts counts, ILogger logger)
{
    /// <summary>The message where it is well-formed; else null, and <paramref name="refusal"/> is to be sent back if there is one.</summary>
    public SipMessage? Read(ReadOnlySpan<byte> bytes, IPEndPoint source, out SipResponse? refusal)
    {
        refusal = null;
        var result = SipParser.Parse(bytes, limits, out var message);
        if (result.Error == SipParseError.Empty)
        {
            counts.KeepAlive();
            return null;
        }

        if (message is SipRequest && message.Headers.Find(SipHeaderNames.Via)?.AsVia() is { } via)
        {
            message.Headers.ReplaceFirst(SipHeaderNames.Via, via.WithSource(source).ToString());
        }

        if (result.IsSuccess)
        {
            counts.Received();
            return message;
        }

        counts.Malformed();
        LogMalformed(logger, source, result);
        refusal = MalformedRequest.Answer(message, result);
        return null;
    }

    /// <summary>What to send back before a stream whose message boundary is lost is closed; null where nothing can be said.</summary>
    public SipResponse? Refuse(ReadOnlySpan<byte> bytes, IPEndPoint source)
    {
        var result = SipParser.Parse(bytes, limits, out var message);
        if (result.IsSuccess)
        {
            // All is well but for the length, which a stream cannot do without (RFC 3261 §20.14).
            result = new SipParseResult(SipParseError.MissingHeader, 0, SipHeaderNames.ContentLength);
        }

        counts.Malformed();
        LogMalformed(logger, source, result);
        return MalformedRequest.Answer(message, result);
    }

    /// <summary>Calls the handler; an exception it lets out is logged and counted, and reception goes on.</summary>
    public async ValueTask DeliverAsync(SipInboundHandler handler, SipInbound inbound)
    {
        try
        {
            await handler(inbound);
        }
#pragma warning disable CA1031 // One bad message must not end reception for every other call.
        catch (Exception e)
#pragma warning restore CA1031
        {
            counts.HandlerFailed();
            LogHandlerFailed(logger, inbound.Peer.EndPoint, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Malformed SIP message from {Source}: {Result}")]
    private static partial void LogMalformed(ILogger logger, IPEndPoint source, SipParseResult result);

    [LoggerMessage(Level = LogLevel.Error, Message = "The handler of inbound SIP messages failed on one from {Source}")]
    private static partial void LogHandlerFailed(ILogger logger, IPEndPoint source, Exception exception);
}
