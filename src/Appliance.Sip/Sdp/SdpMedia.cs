using System.Net;

namespace Appliance.Sip.Sdp;

/// <summary>One <c>m=</c> section (<see href="https://www.rfc-editor.org/rfc/rfc8866#section-5.14">RFC 8866 §5.14</see>).</summary>
/// <param name="Kind">audio, video, image…</param>
/// <param name="Port">0 where the stream is refused or removed.</param>
/// <param name="Protocol">RTP/AVP, RTP/SAVP, udptl…</param>
/// <param name="Formats">Payload numbers for RTP, in order of preference.</param>
public sealed record SdpMedia(string Kind, int Port, string Protocol, IReadOnlyList<string> Formats)
{
    /// <summary>Number of ports behind the slash; null where none is given.</summary>
    public int? PortCount { get; init; }

    /// <summary>The lines below <c>m=</c> in order, unknown ones too.</summary>
    public IReadOnlyList<SdpLine> Lines { get; init; } = [];

    /// <summary>This section's own <c>c=</c>; null where it takes the session's.</summary>
    public IPAddress? Connection => SdpLines.Connection(Lines);

    /// <summary>This section's own direction; null where it takes the session's.</summary>
    public MediaDirection? Direction => SdpLines.Direction(Lines);

    /// <summary>Values of every attribute of that name; empty text for a flag.</summary>
    public IEnumerable<string> Attributes(string name) => SdpLines.Attributes(Lines, name);

    /// <summary>The same section refused: port 0, nothing below (<see href="https://www.rfc-editor.org/rfc/rfc3264#section-6">RFC 3264 §6</see>).</summary>
    public SdpMedia Refused() => new(Kind, 0, Protocol, Formats);

    /// <summary>The <c>m=</c> line without its letter.</summary>
    public override string ToString() =>
        $"{Kind} {Port}{(PortCount is null ? string.Empty : "/" + PortCount)} {Protocol} {string.Join(' ', Formats)}";
}
