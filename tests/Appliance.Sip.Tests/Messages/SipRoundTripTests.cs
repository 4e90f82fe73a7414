using System.Buffers;
using Appliance.Sip.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Appliance.Sip.Tests.Messages;

public sealed class SipRoundTripTests
{
    [Fact]
    public void Parse_WhenAnyMessageIsWritten_ReadsWhatWasMeant()
    {
        Prop.ForAll(SipMessageGenerator.Arbitrary, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static bool Holds(SipMessage message)
    {
        var bytes = Write(message);
        var result = SipParser.Parse(bytes, SipLimits.Default, out var read);
        Assert.Equal(default, result);

        Assert.Equal(message.StartLine, read!.StartLine);
        Assert.Equal(message.From, read.From);
        Assert.Equal(message.To, read.To);
        Assert.Equal(message.CSeq, read.CSeq);
        Assert.Equal(message.Contact, read.Contact);
        Assert.Equal(message.Routes, read.Routes);
        Assert.Equal(message.Vias, read.Vias);
        Assert.Equal(message.Body.ToArray(), read.Body.ToArray());
        Assert.Equal(bytes, Write(read));
        return true;
    }

    private static byte[] Write(SipMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        SipWriter.Write(message, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
