using System.Text;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>Turns a hypothesis into a transcript.</summary>
internal static class TranscriptWriter
{
    public static Transcript Write(
        WhisperHypothesis hypothesis, WhisperTokens vocabulary, TranscriptJudgement judgement, TimeSpan encodeTime, TimeSpan queueTime)
    {
        var tokens = Pieces(hypothesis, vocabulary);
        var text = string.Concat(tokens.Select(token => token.Text)).Trim();
        var (average, silence) = (hypothesis.AverageLogProbability, hypothesis.NoSpeechProbability);
        var verdict = judgement.Judge(text, average, silence, hypothesis.Looped);
        return new Transcript(text, tokens, silence, average, verdict, encodeTime, hypothesis.DecodeTime, queueTime);
    }

    /// <summary>Characters appear with the piece that completes them; a character never completed is left out.</summary>
    private static TranscriptToken[] Pieces(WhisperHypothesis hypothesis, WhisperTokens vocabulary)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var tokens = new TranscriptToken[hypothesis.Tokens.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            var bytes = vocabulary[hypothesis.Tokens[i]];
            var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
            var count = decoder.GetChars(bytes, characters, flush: false);
            var probability = MathF.Exp(hypothesis.LogProbabilities[i]);
            tokens[i] = new TranscriptToken(hypothesis.Tokens[i], new string(characters, 0, count), probability);
        }

        return tokens;
    }
}
