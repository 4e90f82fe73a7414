using System.Threading.Channels;
using Appliance.Sip.Messages;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Tests.Transports;

/// <summary>A handler that keeps what arrives.</summary>
internal sealed class Inbox
{
    private readonly Channel<SipInbound> _channel = Channel.CreateUnbounded<SipInbound>();

    public ValueTask Handle(SipInbound inbound) => _channel.Writer.WriteAsync(inbound);

    public async Task<SipInbound> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        return await _channel.Reader.ReadAsync(patience.Token);
    }

    public bool IsEmpty => !_channel.Reader.TryPeek(out _);

    /// <summary>Answers every request with 200 the way a transaction layer does.</summary>
    public static async ValueTask AnswerOk(SipInbound inbound)
    {
        if (inbound.Message is SipRequest request)
        {
            await inbound.Transport.SendAsync(SipResponse.For(request, 200, toTag: "x"), ResponseRouting.For(inbound));
        }
    }
}
