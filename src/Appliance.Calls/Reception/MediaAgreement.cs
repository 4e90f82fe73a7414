using System.Net;
using Appliance.Media.Codecs;
using Appliance.Media.Rtp;
using Appliance.Sip.Sdp;

namespace Appliance.Calls.Reception;

/// <summary>Offer and answer of one call, and what they mean for its RTP (RFC 3264).</summary>
internal sealed class MediaAgreement(RtpSession rtp)
{
    private LocalMedia _local = new() { Address = rtp.LocalRtp.Address, Port = rtp.LocalRtp.Port };
    private bool _isStarted;

    /// <summary>What we offer where the caller offers nothing.</summary>
    public SessionDescription Offer() => SdpNegotiation.Offer(_local);

    /// <summary>Answers an offer and lets the media follow it; null with the reason where nothing fits.</summary>
    public SessionDescription? Answer(SessionDescription offer, out SdpRefusal refusal)
    {
        if (SdpNegotiation.Answer(offer, _local, out refusal) is not { } answer)
        {
            return null;
        }

        Follow(answer.Audio);
        _local = _local with { SessionVersion = _local.SessionVersion + 1 };
        return answer.Description;
    }

    /// <summary>Reads the answer to our offer; false where it agrees to nothing usable.</summary>
    public bool Accept(SessionDescription offer, SessionDescription? answer)
    {
        if (answer is null || SdpNegotiation.Accept(offer, answer, _local, out _) is not { } audio)
        {
            return false;
        }

        Follow(audio);
        return true;
    }

    /// <summary>Whether the other side may send anything, as agreed now.</summary>
    public bool Receives { get; private set; }

    private void Follow(NegotiatedAudio audio)
    {
        if (!RtpCodecNames.TryParse(audio.Codec, out var codec))
        {
            throw new InvalidOperationException($"{audio.Codec} was agreed on, but is no codec of this side.");
        }

        // Silence counts only while sound may come: a hold ends it first, and a resumption begins it when the session counts anew.
        var receives = audio.Direction.HasFlag(MediaDirection.ReceiveOnly);
        Receives &= receives;
        var format = new RtpMediaFormat
        {
            Codec = codec,
            PayloadType = (byte)audio.PayloadType,
            TelephoneEventPayloadType = (byte?)audio.TelephoneEventPayloadType,
            Remote = audio.Remote,
            RemoteRtcp = IPAddress.Any.Equals(audio.RemoteRtcp.Address) ? null : audio.RemoteRtcp,
            Sends = audio.Direction.HasFlag(MediaDirection.SendOnly),
            Receives = receives,
        };
        if (_isStarted)
        {
            rtp.Update(format);
        }
        else
        {
            rtp.Start(format);
            _isStarted = true;
        }

        Receives = receives;
    }
}
