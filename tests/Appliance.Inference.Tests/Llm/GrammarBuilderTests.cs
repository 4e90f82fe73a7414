using Appliance.Inference.Llm;

namespace Appliance.Inference.Tests.Llm;

public sealed class GrammarBuilderTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("say \"no\"", "\"say \\\"no\\\"\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("two\nlines\tand\r\u0001", "\"two\\nlines\\tand\\r\\x01\"")]
    [InlineData("M\u00fcller \U0001F600", "\"M\u00fcller \U0001F600\"")]
    public void Literal_WhenTextNeedsEscapes_HasThem(string text, string source) =>
        Assert.Equal(source, GrammarPart.Literal(text).Source);

    [Fact]
    public void Build_WhenPartsAreNested_GroupsThem()
    {
        var grammar = new GrammarBuilder()
            .Add("day", GrammarPart.OneOf(GrammarPart.Literal("Mon"), GrammarPart.Literal("Tue"), GrammarPart.Literal("Mon")))
            .Build(GrammarPart.Sequence(
                GrammarPart.OneOf(GrammarPart.Literal("a"), GrammarPart.Literal("b")),
                GrammarPart.Optional(GrammarPart.Rule("day")),
                GrammarPart.Repeat(GrammarPart.CharacterRange('0', '9'), 2, 3)));
        Assert.Equal("root ::= (\"a\" | \"b\") (day{0,1}) ([0-9]{2,3})\nday ::= \"Mon\" | \"Tue\"\n", grammar);
    }

    [Theory]
    [InlineData("")]
    [InlineData("root")]
    [InlineData("a b")]
    [InlineData("x ::= \"y\"")]
    public void Rule_WhenNameIsNotOne_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => GrammarPart.Rule(name));

    [Fact]
    public void Parts_WhenEmpty_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => GrammarPart.OneOf());
        Assert.Throws<ArgumentException>(() => GrammarPart.Sequence());
        Assert.Throws<ArgumentException>(() => GrammarPart.Literal(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => GrammarPart.Repeat(GrammarPart.Literal("a"), 2, 1));
        Assert.Throws<ArgumentException>(() => GrammarPart.CharacterRange('z', 'a'));
    }
}
