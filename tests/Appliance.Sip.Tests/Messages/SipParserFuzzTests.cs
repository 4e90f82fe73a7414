using System.Buffers;
using Appliance.Sip.Messages;
using Appliance.Sip.Tests.Rfc.Rfc4475;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Tests.Messages;

/// <summary>Mutated torture messages through everything a peer's bytes reach before a user decides.</summary>
public sealed class SipParserFuzzTests
{
    private const int Rounds = 40_000;
    private static readonly byte[] s_spice = " \t\r\n\"\\<>;,:=@%/?[]\0\x7f\xc3\xff"u8.ToArray();

    [Fact]
    public void Parse_WhenMessagesAreMutated_NeverThrowsAndWritesWhatItReadsAgain()
    {
        var seeds = Directory.GetFiles(TortureMessage.Folder, "*.dat").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var random = new Random(4475);
        var accepted = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var bytes = Mutate(seeds[i % seeds.Length], seeds[random.Next(seeds.Length)], random);
            var result = SipParser.Parse(bytes, SipLimits.Default, out var message);
            Assert.InRange(result.Offset, 0, bytes.Length);
            Touch(MalformedRequest.Answer(message, result));
            if (result.IsSuccess)
            {
                accepted++;
                Touch(message);
                Assert.True(SipParser.Parse(Write(message!), SipLimits.Default, out _).IsSuccess);
            }
        }

        Assert.InRange(accepted, Rounds / 20, Rounds);
    }

    [Fact]
    public void Next_WhenStreamsAreMutatedAndCutAnywhere_NeverThrowsAndAgreesWithOnePiece()
    {
        var seeds = Directory.GetFiles(TortureMessage.Folder, "*.dat").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var random = new Random(5626);
        for (var i = 0; i < 4_000; i++)
        {
            byte[] stream = [.. Mutate(seeds[i % seeds.Length], seeds[0], random), .. seeds[random.Next(seeds.Length)]];

            Assert.Equal(Frames(stream, () => stream.Length), Frames(stream, () => random.Next(1, 80)));
        }
    }

    private static string Frames(byte[] stream, Func<int> nextCut)
    {
        var framer = new SipStreamFramer(SipLimits.Default);
        var frames = new List<string>();
        for (var at = 0; at < stream.Length;)
        {
            var memory = framer.GetMemory();
            var count = Math.Min(Math.Min(nextCut(), memory.Length), stream.Length - at);
            stream.AsMemory(at, count).CopyTo(memory);
            framer.Commit(count);
            at += count;
            SipFrame frame;
            while ((frame = framer.Next(out var bytes)) is not SipFrame.NeedMore)
            {
                if (frame == SipFrame.Broken)
                {
                    frames.Add("broken");
                    return string.Join(' ', frames);
                }

                frames.Add(frame + ":" + bytes.Length);
            }
        }

        return string.Join(' ', frames);
    }

    private static byte[] Mutate(byte[] seed, byte[] other, Random random)
    {
        var bytes = new List<byte>(seed);
        for (var n = random.Next(0, 4); n > 0 && bytes.Count > 8; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = s_spice[random.Next(s_spice.Length)];
                    break;
                case 1:
                    bytes.Insert(at, s_spice[random.Next(s_spice.Length)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 3:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 60))]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void Touch(SipMessage? message)
    {
        if (message is null)
        {
            return;
        }

        _ = (message.Contacts, message.Routes, message.RecordRoutes, message.Expires, message.MaxForwards, message.ContentType);
        _ = (message.Require, message.Supported, message.Allow, message.HasWildcardContact, ResponseRouting.Resolve(message.TopVia));
        Write(message);
    }

    private static byte[] Write(SipMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        SipWriter.Write(message, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
