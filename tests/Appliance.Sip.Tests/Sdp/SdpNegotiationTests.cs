using System.Net;
using Appliance.Sip.Sdp;

namespace Appliance.Sip.Tests.Sdp;

public sealed class SdpNegotiationTests
{
    private static readonly LocalMedia s_local = new() { Address = IPAddress.Parse("192.0.2.10"), Port = 40_000, SessionId = 7 };

    [Fact]
    public void Answer_WhenPhoneOffersSeveralCodecs_TakesItsFirstKnownWithItsNumbers()
    {
        var answer = Answer(Offer("""
            m=audio 30000 RTP/AVP 9 8 0 96
            a=rtpmap:9 G722/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:96 telephone-event/8000
            a=fmtp:96 0-16
            a=ptime:30
            """));

        Assert.Equal("PCMA", answer.Audio.Codec);
        Assert.Equal(8, answer.Audio.PayloadType);
        Assert.Equal(96, answer.Audio.TelephoneEventPayloadType);
        Assert.Equal(30, answer.Audio.PacketMilliseconds);
        Assert.Equal(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 30_000), answer.Audio.Remote);
        Assert.Equal(30_001, answer.Audio.RemoteRtcp.Port);
        Assert.Equal(
            """
            v=0
            o=- 7 1 IN IP4 192.0.2.10
            s=-
            c=IN IP4 192.0.2.10
            t=3034423619 3042462419
            m=audio 40000 RTP/AVP 8 96
            a=rtpmap:8 PCMA/8000
            a=rtpmap:96 telephone-event/8000
            a=fmtp:96 0-15
            a=ptime:20
            a=sendrecv

            """.ReplaceLineEndings("\r\n"),
            answer.Description.ToString());
    }

    [Fact]
    public void Answer_WhenCodecHasADynamicNumber_UsesThatNumber()
    {
        var answer = Answer(Offer("m=audio 30000 RTP/AVP 97 101\na=rtpmap:97 pcmu/8000/1\na=rtpmap:101 telephone-event/16000"));

        Assert.Equal("PCMU", answer.Audio.Codec);
        Assert.Equal(97, answer.Audio.PayloadType);
        Assert.Null(answer.Audio.TelephoneEventPayloadType);
    }

    [Fact]
    public void Answer_WhenOtherStreamsAreOffered_RefusesEachInItsPlace()
    {
        var answer = Answer(Offer("""
            m=video 5000 RTP/AVP 31
            m=audio 30000 RTP/AVP 0
            m=audio 30002/2 RTP/AVP 0
            m=image 5004 udptl t38
            """));

        Assert.Equal(
            "video 0 RTP/AVP 31|audio 40000 RTP/AVP 0|audio 0 RTP/AVP 0|image 0 udptl t38",
            string.Join('|', answer.Description.Media));
        Assert.Equal(30_000, answer.Audio.Remote.Port);
    }

    [Theory]
    [InlineData("sendrecv", MediaDirection.SendReceive)]
    [InlineData("sendonly", MediaDirection.ReceiveOnly)]
    [InlineData("recvonly", MediaDirection.SendOnly)]
    [InlineData("inactive", MediaDirection.Inactive)]
    public void Answer_WhenDirectionIsOffered_MirrorsIt(string offered, MediaDirection expected)
    {
        var answer = Answer(Offer("m=audio 30000 RTP/AVP 0\na=" + offered));

        Assert.Equal(expected, answer.Audio.Direction);
        Assert.Equal(expected, Assert.Single(answer.Description.Media).Direction);
    }

    [Fact]
    public void Answer_WhenDirectionStandsAtSessionLevel_AppliesIt()
    {
        var answer = Answer(Offer("a=sendonly\nm=audio 30000 RTP/AVP 0"));

        Assert.Equal(MediaDirection.ReceiveOnly, answer.Audio.Direction);
    }

    [Fact]
    public void Answer_WhenHeldByZeroAddress_SendsNothing()
    {
        var answer = Answer(Offer("m=audio 30000 RTP/AVP 0\nc=IN IP4 0.0.0.0"));

        Assert.Equal(MediaDirection.ReceiveOnly, answer.Audio.Direction);
    }

    [Fact]
    public void Answer_WhenWeHold_OffersNoMoreThanWeWant()
    {
        var local = s_local with { Direction = MediaDirection.SendOnly };

        var answer = SdpNegotiation.Answer(Offer("m=audio 30000 RTP/AVP 0\na=sendonly"), local, out _);

        Assert.Equal(MediaDirection.Inactive, answer!.Audio.Direction);
    }

    [Theory]
    [InlineData("a=rtcp:53020", "192.0.2.1:53020")]
    [InlineData("a=rtcp:53020 IN IP4 126.16.64.4", "126.16.64.4:53020")]
    [InlineData("a=rtcp:none", "192.0.2.1:30001")]
    public void Answer_WhenRtcpIsElsewhere_UsesIt(string attribute, string expected)
    {
        // RFC 3605 §2.1 examples.
        var answer = Answer(Offer("m=audio 30000 RTP/AVP 0\n" + attribute));

        Assert.Equal(IPEndPoint.Parse(expected), answer.Audio.RemoteRtcp);
    }

    [Theory]
    [InlineData("m=audio 30000 RTP/SAVP 0", SdpRefusal.UnsupportedProfile)]
    [InlineData("m=audio 30000 RTP/AVP 9 18", SdpRefusal.NoCommonCodec)]
    [InlineData("m=audio 30000 RTP/AVP 0\na=rtpmap:0 PCMU/16000", SdpRefusal.NoCommonCodec)]
    [InlineData("m=audio 0 RTP/AVP 0", SdpRefusal.NoAudio)]
    [InlineData("m=video 30000 RTP/AVP 31", SdpRefusal.NoAudio)]
    [InlineData("", SdpRefusal.NoAudio)]
    [InlineData("m=audio 30000 RTP/AVP 0\nc=IN IP4 phone.example.com", SdpRefusal.NoAddress)]
    public void Answer_WhenNothingFits_SaysWhy(string media, SdpRefusal expected)
    {
        // Host names are never resolved: the lookup would leave the clinic.
        var offer = media.Contains("phone", StringComparison.Ordinal)
            ? SessionDescription.Parse("v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nt=0 0\n" + media)
            : Offer(media);

        Assert.Null(SdpNegotiation.Answer(offer, s_local, out var refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void Answer_WhenSecureStandsBesidePlain_TakesThePlain()
    {
        var answer = Answer(Offer("m=audio 30000 RTP/SAVP 0\nm=audio 30002 RTP/AVP 0"));

        Assert.Equal("audio 0 RTP/SAVP 0|audio 40000 RTP/AVP 0", string.Join('|', answer.Description.Media));
    }

    [Fact]
    public void Accept_WhenPeerAnswersOurOffer_AgreesOnItsChoice()
    {
        var offer = SdpNegotiation.Offer(s_local);
        var peer = new LocalMedia { Address = IPAddress.Parse("2001:db8::5"), Port = 6_000, Codecs = [AudioCodec.Pcma] };
        var answer = SdpNegotiation.Answer(offer, peer, out _)!.Description;

        var audio = SdpNegotiation.Accept(offer, answer, s_local, out var refusal);

        Assert.Equal(SdpRefusal.None, refusal);
        Assert.Equal("PCMA", audio!.Codec);
        Assert.Equal(101, audio.TelephoneEventPayloadType);
        Assert.Equal(new IPEndPoint(IPAddress.Parse("2001:db8::5"), 6_000), audio.Remote);
    }

    [Theory]
    [InlineData("m=audio 0 RTP/AVP 0", SdpRefusal.NoAudio)]
    [InlineData("", SdpRefusal.AnswerDoesNotFit)]
    [InlineData("m=audio 1 RTP/AVP 0\nm=audio 2 RTP/AVP 0", SdpRefusal.AnswerDoesNotFit)]
    public void Accept_WhenAnswerIsNoUse_SaysWhy(string media, SdpRefusal expected)
    {
        Assert.Null(SdpNegotiation.Accept(SdpNegotiation.Offer(s_local), Offer(media), s_local, out var refusal));
        Assert.Equal(expected, refusal);
    }

    private static SdpAnswer Answer(SessionDescription offer)
    {
        var answer = SdpNegotiation.Answer(offer, s_local, out var refusal);
        Assert.Equal(SdpRefusal.None, refusal);
        return answer!;
    }

    private static SessionDescription Offer(string media) =>
        SessionDescription.Parse("v=0\no=alice 53655765 2353687637 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=3034423619 3042462419\n" + media);
}
