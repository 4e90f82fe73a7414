using Appliance.Inference.Stt;

namespace Appliance.Inference.Tests.Stt;

public sealed class TranscriptJudgementTests
{
    private static readonly TranscriptJudgement Judgement = new();

    [Theory]
    [InlineData("", 0f, 0f, false, TranscriptVerdict.Silence)]
    [InlineData("", 0f, 0f, true, TranscriptVerdict.Repetition)]
    [InlineData("Yes.", -0.1f, 0f, false, TranscriptVerdict.Speech)]
    [InlineData("Yes.", -0.1f, 0.9f, false, TranscriptVerdict.Speech)]
    [InlineData("Yes.", -2f, 0.9f, false, TranscriptVerdict.Silence)]
    [InlineData("Yes.", -2f, 0.1f, false, TranscriptVerdict.Unsure)]
    public void Judge_OfAHypothesis_GivesItsVerdict(
        string text, float average, float noSpeech, bool looped, TranscriptVerdict expected) =>
        Assert.Equal(expected, Judgement.Judge(text, average, noSpeech, looped));

    [Fact]
    public void Judge_OfTextThatPacksTooWell_IsRepetition() =>
        Assert.Equal(
            TranscriptVerdict.Repetition,
            Judgement.Judge(string.Concat(Enumerable.Repeat("thank you very much ", 10)), -0.1f, 0, looped: false));

    [Fact]
    public void Judge_OfALongOrdinarySentence_IsSpeech() =>
        Assert.Equal(
            TranscriptVerdict.Speech,
            Judgement.Judge(
                "Hello, this is Kathleen Rodriguez, I'd like to move my appointment with Dr. Martinez to Tuesday at half past nine, if that works.",
                -0.1f,
                0,
                looped: false));
}
