namespace Appliance.Sip.Sdp;

/// <summary>Offer and answer for one audio stream (<see href="https://www.rfc-editor.org/rfc/rfc3264">RFC 3264</see>); pure.</summary>
public static class SdpNegotiation
{
    private const int OfferedEventPayloadType = 101;

    /// <summary>Answers an offer: its first usable audio section is accepted, every other section refused with port 0 in its place
    /// (§6). Null with the reason where there is none: refuse with 488.</summary>
    /// <param name="offer">The peer's.</param>
    /// <param name="local">What we can do.</param>
    /// <param name="refusal">Why there is no answer.</param>
    public static SdpAnswer? Answer(SessionDescription offer, LocalMedia local, out SdpRefusal refusal)
    {
        refusal = SdpRefusal.NoAudio;
        var sections = new List<SdpMedia>(offer.Media.Count);
        NegotiatedAudio? agreed = null;
        foreach (var media in offer.Media)
        {
            NegotiatedAudio? audio = null;
            if (agreed is null)
            {
                var reason = SdpAudioMatch.Match(offer, media, local, out audio);
                refusal = reason == SdpRefusal.NoAudio ? refusal : reason;
            }

            agreed ??= audio;
            sections.Add(audio is null ? media.Refused() : AnswerSection(audio, media, local));
        }

        return agreed is null ? null : new SdpAnswer(new SessionDescription(SessionLines(local, offer.Line('t')), sections), agreed);
    }

    /// <summary>Offers every codec of <paramref name="local"/>, and key events where it takes them.</summary>
    public static SessionDescription Offer(LocalMedia local)
    {
        var formats = local.Codecs.Select(c => c.PayloadType.ToString()).ToList();
        var lines = local.Codecs.Select(c => SdpLine.Attribute("rtpmap", $"{c.PayloadType} {c.Name}/{c.ClockRate}")).ToList();
        if (local.TelephoneEvent)
        {
            formats.Add(OfferedEventPayloadType.ToString());
            AddTelephoneEvent(lines, OfferedEventPayloadType);
        }

        AddPacketTimeAndDirection(lines, local.Direction);
        var audio = new SdpMedia("audio", local.Port, SdpAudioMatch.PlainRtp, formats) { Lines = lines };
        return new SessionDescription(SessionLines(local, timing: null), [audio]);
    }

    /// <summary>Reads the peer's answer to <see cref="Offer"/>. Null with the reason where it agrees to nothing usable.</summary>
    /// <param name="offer">What was sent.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="local">What the offer was made from.</param>
    /// <param name="refusal">Why nothing is agreed.</param>
    public static NegotiatedAudio? Accept(SessionDescription offer, SessionDescription answer, LocalMedia local, out SdpRefusal refusal)
    {
        // Sections are matched by place (§6), so a different number means the answer is to something else.
        if (answer.Media.Count != offer.Media.Count)
        {
            refusal = SdpRefusal.AnswerDoesNotFit;
            return null;
        }

        refusal = SdpRefusal.NoAudio;
        for (var i = 0; i < offer.Media.Count; i++)
        {
            if (offer.Media[i].Port != 0 && offer.Media[i].Kind == "audio")
            {
                refusal = SdpAudioMatch.Match(answer, answer.Media[i], local, out var audio);
                return audio;
            }
        }

        return null;
    }

    private static SdpMedia AnswerSection(NegotiatedAudio audio, SdpMedia offered, LocalMedia local)
    {
        // One codec only: the peer cannot switch without asking.
        var codec = local.Codecs.First(c => c.Name == audio.Codec);
        var formats = new List<string> { audio.PayloadType.ToString() };
        var lines = new List<SdpLine> { SdpLine.Attribute("rtpmap", $"{audio.PayloadType} {codec.Name}/{codec.ClockRate}") };
        if (audio.TelephoneEventPayloadType is { } events)
        {
            formats.Add(events.ToString());
            AddTelephoneEvent(lines, events);
        }

        AddPacketTimeAndDirection(lines, audio.Direction);
        return new SdpMedia(offered.Kind, local.Port, offered.Protocol, formats) { Lines = lines };
    }

    private static void AddTelephoneEvent(List<SdpLine> lines, int payloadType)
    {
        // Events 0…15: the keys 0-9, *, #, A-D (RFC 4733 §3.2).
        lines.Add(SdpLine.Attribute("rtpmap", $"{payloadType} {SdpAudioMatch.TelephoneEvent}/8000"));
        lines.Add(SdpLine.Attribute("fmtp", $"{payloadType} 0-15"));
    }

    private static void AddPacketTimeAndDirection(List<SdpLine> lines, MediaDirection direction)
    {
        lines.Add(SdpLine.Attribute("ptime", "20"));
        lines.Add(SdpLine.Attribute(direction.Word()));
    }

    private static List<SdpLine> SessionLines(LocalMedia local, string? timing)
    {
        var address = SdpLines.AddressType(local.Address) + " " + local.Address;
        return
        [
            new SdpLine('v', "0"),
            new SdpLine('o', $"- {local.SessionId} {local.SessionVersion} IN {address}"),
            new SdpLine('s', "-"),
            new SdpLine('c', "IN " + address),

            // An answer repeats the offer's time (RFC 3264 §6).
            new SdpLine('t', timing ?? "0 0"),
        ];
    }
}
