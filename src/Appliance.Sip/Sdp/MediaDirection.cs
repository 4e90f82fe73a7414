namespace Appliance.Sip.Sdp;

/// <summary>Which way media flows, seen from whoever states it (<see href="https://www.rfc-editor.org/rfc/rfc3264#section-5.1">RFC 3264 §5.1</see>).</summary>
[Flags]
public enum MediaDirection
{
    /// <summary>Neither way.</summary>
    Inactive = 0,

    /// <summary>Sends only.</summary>
    SendOnly = 1,

    /// <summary>Receives only.</summary>
    ReceiveOnly = 2,

    /// <summary>Both ways; what holds where nothing is stated.</summary>
    SendReceive = 3,
}

/// <summary>Words and mirroring of <see cref="MediaDirection"/>.</summary>
public static class MediaDirections
{
    /// <summary>The same flow seen from the other side (<see href="https://www.rfc-editor.org/rfc/rfc3264#section-6.1">RFC 3264 §6.1</see>).</summary>
    public static MediaDirection Mirror(this MediaDirection direction) => direction switch
    {
        MediaDirection.SendOnly => MediaDirection.ReceiveOnly,
        MediaDirection.ReceiveOnly => MediaDirection.SendOnly,
        _ => direction,
    };

    /// <summary>The attribute's name.</summary>
    public static string Word(this MediaDirection direction) => direction switch
    {
        MediaDirection.SendOnly => "sendonly",
        MediaDirection.ReceiveOnly => "recvonly",
        MediaDirection.Inactive => "inactive",
        _ => "sendrecv",
    };

    internal static MediaDirection? Read(string word) => word switch
    {
        "sendrecv" => MediaDirection.SendReceive,
        "sendonly" => MediaDirection.SendOnly,
        "recvonly" => MediaDirection.ReceiveOnly,
        "inactive" => MediaDirection.Inactive,
        _ => null,
    };
}
