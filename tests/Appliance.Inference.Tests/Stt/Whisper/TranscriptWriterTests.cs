using Appliance.Inference.Stt;
using Appliance.Inference.Stt.Whisper;

namespace Appliance.Inference.Tests.Stt.Whisper;

public sealed class TranscriptWriterTests
{
    private const int EndOfText = 4;

    /// <summary>" Jos", the first byte of "é", its second byte, ".", as byte-level vocabularies split them.</summary>
    private static readonly WhisperTokens Vocabulary = WhisperTokens.Parse("tokens.txt", ["IEpvcw== 0", "ww== 1", "qQ== 2", "Lg== 3"]);

    [Fact]
    public void Write_WhenACharacterIsSplit_PutsItWithThePieceThatCompletesIt()
    {
        var transcript = Write(0, 1, 2, 3, EndOfText);

        Assert.Equal("José.", transcript.Text);
        Assert.Equal([" Jos", string.Empty, "é", "."], transcript.Tokens.Select(token => token.Text));
        Assert.Equal(0.5f, transcript.Tokens[0].Probability, 1e-5f);
        Assert.Equal(TranscriptVerdict.Speech, transcript.Verdict);
    }

    [Fact]
    public void Write_WhenTheLastCharacterIsNeverCompleted_LeavesItOut() =>
        Assert.Equal("Jos", Write(0, 1, EndOfText).Text);

    [Fact]
    public void Write_WhenOnlyTheEndCame_IsSilence() =>
        Assert.Equal(TranscriptVerdict.Silence, Write(EndOfText).Verdict);

    [Fact]
    public void Write_WhenItLooped_CutsTheLoopAndSaysSo()
    {
        var transcript = Write([0, .. Enumerable.Repeat(3, 20)]);

        Assert.Equal("Jos", transcript.Text);
        Assert.Equal(TranscriptVerdict.Repetition, transcript.Verdict);
    }

    private static Transcript Write(params int[] tokens)
    {
        var hypothesis = new WhisperHypothesis();
        foreach (var token in tokens)
        {
            if (!hypothesis.Add(token, MathF.Log(0.5f), EndOfText))
            {
                break;
            }
        }

        return TranscriptWriter.Write(hypothesis, Vocabulary, new TranscriptJudgement(), TimeSpan.Zero, TimeSpan.Zero);
    }
}
