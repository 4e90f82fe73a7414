using Appliance.Inference.Tts.Phonemes;

namespace Appliance.Inference.Tests.Tts.Phonemes;

public sealed class PhonemizerTests
{
    private readonly Phonemizer _phonemizer = new("en-us");

    [Theory]
    [InlineData("Hello, world.", "h\u0259l\u02c8o\u028a, |w\u02c8\u025c\u02d0ld.")]
    [InlineData("Fine; and you?", "f\u02c8a\u026an; |\u00e6nd ju\u02d0?")]
    public async Task Phonemize_WhenAmericanEnglish_GivesClausesWithTheirMarks(string text, string expected)
    {
        var clauses = await Clauses(text);
        Assert.Equal(expected, string.Join('|', clauses.Select(clause => string.Concat(clause.Phonemes))));
        Assert.All(clauses, clause => Assert.Equal(clause.Phonemes.Count, clause.WordOf.Count));
    }

    [Fact]
    public async Task Phonemize_WhenWordsMatch_AssignsEachPhonemeItsWord()
    {
        var clauses = await Clauses("Good morning, Ann.");
        Assert.True(clauses.TrueForAll(clause => clause.WordsMatched));
        Assert.Equal([0, 1], clauses[0].WordOf.Distinct());
        Assert.Equal([2], clauses[1].WordOf.Distinct());
    }

    [Fact]
    public async Task Phonemize_WhenNumbersAreSpelledOut_ApportionsTheWordsInOrder()
    {
        var clause = Assert.Single(await Clauses("Call 5550123 of the clinic today."));
        Assert.False(clause.WordsMatched);
        Assert.Equal([0, 1, 2, 3, 4, 5], clause.WordOf.Distinct());
        Assert.Equal(clause.WordOf.Order(), clause.WordOf);
        var byWord = clause.WordOf.CountBy(word => word).ToDictionary();
        Assert.True(byWord[1] > 3 * byWord[0], "seven digits are longer than one word");
    }

    [Fact]
    public void CodePoints_WhenLanguageSwitches_LeavesTheFlagsOutAndDecomposes() =>
        Assert.Equal(["a", "b", "c", "\u0327"], Ipa.CodePoints("a(fr)b\u00e7(en)"));

    private async Task<List<PhonemeClause>> Clauses(string text) =>
        await _phonemizer.PhonemizeAsync(text, TestContext.Current.CancellationToken);
}
