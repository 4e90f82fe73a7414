namespace Appliance.Media.Jitter;

/// <summary>Where the samples of a frame come from.</summary>
public enum FrameOrigin
{
    /// <summary>Nothing is being received: the frame is digital silence.</summary>
    Silence,

    /// <summary>Received, all of it.</summary>
    Received,

    /// <summary>At least in part made up, because packets were lost or late.</summary>
    Concealed,
}

/// <summary>What became of a packet put into the jitter buffer.</summary>
public enum InsertResult
{
    /// <summary>Kept, at least in part.</summary>
    Stored,

    /// <summary>All of it was there already.</summary>
    Duplicate,

    /// <summary>All of it should have been played before.</summary>
    Late,

    /// <summary>Its timestamp does not fit with those before; the buffer began anew with it.</summary>
    Resynced,
}
