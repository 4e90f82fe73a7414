using Appliance.Media.Jitter;

namespace Appliance.Media.Rtp;

/// <summary>What is in the frame of a tick.</summary>
/// <param name="Origin">Received, made up, or silence because nothing comes.</param>
public readonly record struct ReceivedFrame(FrameOrigin Origin)
{
    /// <summary>Some of it was made up.</summary>
    public bool IsConcealed => Origin is FrameOrigin.Concealed;

    /// <summary>Nothing is being received.</summary>
    public bool IsSilent => Origin is FrameOrigin.Silence;
}
