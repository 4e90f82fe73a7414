using Appliance.Inference.Tts.Phonemes;
using Appliance.Inference.Tts.Piper;

namespace Appliance.Inference.Tests.Tts.Piper;

public sealed class PiperIdsTests
{
    private static readonly Dictionary<string, long[]> Map = new(StringComparer.Ordinal)
    {
        ["_"] = [0],
        ["^"] = [1],
        ["$"] = [2],
        ["a"] = [10],
        ["b"] = [11, 12],
        ["."] = [5],
    };

    [Fact]
    public void Of_WhenPhonemesAreKnown_PadsBetweenBeginAndEnd()
    {
        var ids = PiperIds.Of([new PhonemeClause(["a", "b", "."], [0, 1, 1], true)], Map);
        Assert.Equal([1, 0, 10, 0, 11, 12, 0, 5, 0, 2], ids.Ids);
        Assert.Equal([-1, -1, 0, 0, 1, 1, 1, 1, 1, -1], ids.WordOf);
        Assert.Equal(0, ids.Unknown);
    }

    [Fact]
    public void Of_WhenAPhonemeIsUnknown_LeavesItOutAndCountsIt()
    {
        var ids = PiperIds.Of([new PhonemeClause(["a", "\u00e9"], [0, 0], true)], Map);
        Assert.Equal([1, 0, 10, 0, 2], ids.Ids);
        Assert.Equal(1, ids.Unknown);
    }
}
