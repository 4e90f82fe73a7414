using Appliance.Media.Rtp.Reception;

namespace Appliance.Media.Tests.Rtp.Rfc;

/// <summary>RFC 3550 §6.4.1 and A.8.</summary>
public sealed class InterarrivalJitterTests
{
    [Fact]
    public void Update_WhenPacketsComeInStep_StaysZero()
    {
        var jitter = new InterarrivalJitter();
        for (uint i = 0; i < 100; i++)
        {
            jitter.Update(1000 + (i * 160), uint.MaxValue - 500 + (i * 160));
        }

        Assert.Equal(0u, jitter.Value);
    }

    [Fact]
    public void Update_WhenEverySecondPacketIsLateByTenMilliseconds_TendsToTenMilliseconds()
    {
        var jitter = new InterarrivalJitter();
        for (uint i = 0; i < 500; i++)
        {
            jitter.Update((i * 160) + (i % 2 * 80), i * 160);
        }

        Assert.InRange(jitter.Value, 79u, 80u);
    }

    [Fact]
    public void Update_WhenOneDifference_AddsASixteenth()
    {
        var jitter = new InterarrivalJitter();
        jitter.Update(0, 0);
        jitter.Update(160 + 320, 160);
        Assert.Equal(320u / 16, jitter.Value);
    }

    [Fact]
    public void Rebase_WhenClockJumps_IsNotTakenForJitter()
    {
        var jitter = new InterarrivalJitter();
        jitter.Update(0, 0);
        jitter.Rebase();
        jitter.Update(160, 900_000);
        Assert.Equal(0u, jitter.Value);
    }
}
