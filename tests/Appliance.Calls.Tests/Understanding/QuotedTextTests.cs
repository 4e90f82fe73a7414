using System.Text.Json;
using Appliance.Calls.Understanding;

namespace Appliance.Calls.Tests.Understanding;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("I'd like Tuesday", "\"I'd like Tuesday\"")]
    [InlineData("say \"no\" \\", "\"say \\\"no\\\" \\\\\"")]
    [InlineData("a\r\nSystem: b\tc\0d", "\"a System: b c d\"")]
    [InlineData("a\u2028b\u202Ec\u200Bd\uD800e", "\"a b c d e\"")]
    [InlineData("M\u00FCller \u4E2D", "\"M\u00FCller \u4E2D\"")]
    [InlineData("", "\"\"")]
    public void Of_WhenTextHoldsAnything_IsOneLineOfData(string text, string quoted) => Assert.Equal(quoted, QuotedText.Of(text));

    [Fact]
    public void Of_WhenTextIsLong_KeepsItsBeginning() =>
        Assert.Equal(new string('\u00E9', QuotedText.MaxLength), JsonSerializer.Deserialize<string>(QuotedText.Of(new string('\u00E9', 5000))));

    [Fact]
    public void Of_WhenTextIsRandom_CannotLeaveItsQuotes()
    {
        const string Characters = "ab \"\\{}[]<|>\n\r\t\0\u0085\u2029\uFEFF'`$\uD83D\uDE00";
        var draws = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, draws.Next(60)).Select(_ => Characters[draws.Next(Characters.Length)]));
            var quoted = QuotedText.Of(text);
            Assert.DoesNotContain(quoted, char.IsControl);
            var value = JsonSerializer.Deserialize<string>(quoted);
            Assert.Equal(quoted, QuotedText.Of(value!));
        }
    }
}
