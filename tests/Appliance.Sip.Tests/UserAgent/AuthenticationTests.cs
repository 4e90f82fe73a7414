using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Tests.Transactions;
using Appliance.Sip.Transports;
using Appliance.Sip.UserAgent;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Challenges to our requests, RFC 3261 §22; the peer checks with the server side of digest.</summary>
public sealed class AuthenticationTests : IAsyncLifetime, IDigestAccounts
{
    private readonly LossyPair _pair = new();
    private readonly DigestVerifier _verifier;
    private bool _isStale;

    public AuthenticationTests() => _verifier = new DigestVerifier(new DigestVerifierOptions("clinic"), this, _pair.Time);

    public async ValueTask InitializeAsync()
    {
        await _pair.Caller.StartAsync(TestContext.Current.CancellationToken);
        _pair.CalleeWire.Start(AnswerAsync);
    }

    public ValueTask DisposeAsync() => _pair.DisposeAsync();

    public DigestAccount? Find(string username) => username == "box" ? DigestAccount.FromPassword("box", "clinic", "secret") : null;

    [Fact]
    public async Task Invite_WhenChallenged_IsRepeatedWithCredentials()
    {
        var outcome = await CallAsync("secret");
        Assert.True(outcome.IsEstablished, $"{outcome.Status}");
        Assert.Equal([1u, 2u], Sent("INVITE").Select(i => i.CSeq.Number));
        Assert.Single(Sent("INVITE").Select(i => i.CallId + i.From.Tag).Distinct());
        var ack = Sent("ACK").Last();
        Assert.Equal(Sent("INVITE").Last().Headers.Get("Authorization"), ack.Headers.Get("Authorization"));
        Assert.Equal(2u, ack.CSeq.Number);
    }

    [Fact]
    public async Task Invite_WhenPasswordIsWrong_TriesOnce()
    {
        Assert.Equal(401, (await CallAsync("guess")).Status);
        Assert.Equal(2, Sent("INVITE").Count());
    }

    [Fact]
    public async Task Invite_WhenNonceIsStale_TriesOnceMore()
    {
        _isStale = true;
        Assert.True((await CallAsync("secret")).IsEstablished);
        Assert.Equal(3, Sent("INVITE").Count());
    }

    [Fact]
    public async Task Bye_WhenChallenged_IsRepeatedWithTheNextSequence()
    {
        var call = (await CallAsync("secret")).Call!;
        await call.ByeAsync().Within();
        Assert.Equal([3u, 4u], Sent("BYE").Select(b => b.CSeq.Number));
        Assert.Equal(0, _pair.Caller.Counters.Dialogs);
    }

    private IEnumerable<SipRequest> Sent(string method) =>
        _pair.CallerWire.Sent.OfType<SipRequest>().Where(r => r.Method.Name == method);

    private Task<InviteOutcome> CallAsync(string password) => _pair.Caller.InviteAsync(
        new SipUri("127.0.0.1") { Port = _pair.CalleeWire.LocalEndPoint.Port },
        new OutgoingInvite { Offer = Descriptions.Offer(), Authentication = new DigestClient("box", password) },
        TestContext.Current.CancellationToken).Within();

    private ValueTask AnswerAsync(SipInbound inbound)
    {
        var request = (SipRequest)inbound.Message;
        if (request.Method == SipMethod.Ack)
        {
            return ValueTask.CompletedTask;
        }

        var verdict = _verifier.Verify(request, out _);
        if (verdict == DigestVerdict.Accepted && _isStale)
        {
            _isStale = false;
            verdict = DigestVerdict.Stale;
        }

        var response = SipResponse.For(request, verdict == DigestVerdict.Accepted ? 200 : 401, toTag: "peer");
        response.Contact = NameAddress.Parse("<sip:phone@127.0.0.1:5062>");
        if (verdict != DigestVerdict.Accepted)
        {
            _verifier.Challenge(response, verdict);
        }
        else if (request.Method == SipMethod.Invite)
        {
            response.SetBody(SessionDescription.ContentType, Descriptions.AnswerTo(Descriptions.Offer(), Descriptions.Callee).ToBytes());
        }

        return _pair.CallerWire.ReceiveAsync(response, _pair.CalleeWire.LocalEndPoint);
    }
}
