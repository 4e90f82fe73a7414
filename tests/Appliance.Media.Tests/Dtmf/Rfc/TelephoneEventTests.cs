using Appliance.Media.Dtmf;

namespace Appliance.Media.Tests.Dtmf.Rfc;

/// <summary>RFC 4733 §2.3 and §3.2.</summary>
public sealed class TelephoneEventTests
{
    [Fact]
    public void TryRead_WhenPayload_ReadsEveryField()
    {
        Assert.True(TelephoneEvent.TryRead([0x0B, 0x8A, 0x03, 0x20], out var value));
        Assert.Equal(new TelephoneEvent(11, End: true, 10, 800), value);
        Assert.False(TelephoneEvent.TryRead([0x0B, 0x8A, 0x03], out _));
    }

    [Fact]
    public void Write_WhenReadAgain_IsTheSame()
    {
        var payload = new byte[4];
        foreach (var value in new[] { new TelephoneEvent(0, End: false, 63, 0), new TelephoneEvent(15, End: true, 0, ushort.MaxValue) })
        {
            value.Write(payload);
            Assert.True(TelephoneEvent.TryRead(payload, out var read));
            Assert.Equal(value, read);
        }
    }

    [Fact]
    public void TryGetEvent_ForEveryKey_IsTheCodeOfTable3()
    {
        const string keys = "0123456789*#ABCD";
        for (byte code = 0; code < 16; code++)
        {
            Assert.True(DtmfKeys.TryGetEvent(char.ToLowerInvariant(keys[code]), out var found));
            Assert.Equal(code, found);
            Assert.True(DtmfKeys.TryGetKey(code, out var key));
            Assert.Equal(keys[code], key);
        }

        Assert.False(DtmfKeys.TryGetEvent('x', out _));
        Assert.False(DtmfKeys.TryGetKey(16, out _));
    }
}
