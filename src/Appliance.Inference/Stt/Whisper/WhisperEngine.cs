using Appliance.Inference.Onnx;
using Appliance.Inference.Stt.Features;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>
/// Runs batches of utterances of one padded length: features, one encoder run, greedy decoding in step; rows that have
/// ended leave the batch. Not thread-safe; one per worker, on a shared model.
/// </summary>
internal sealed class WhisperEngine(WhisperModel model, TimeProvider time)
{
    private const int TokensPerSecond = 25;
    private const int TokensAlways = 20;
    private const int SampleRate = 16_000;

    private readonly LogMelSpectrogram _features = new(model.Info.Mels);

    /// <summary>Writes down every utterance; hypotheses in the order of the utterances.</summary>
    public (WhisperHypothesis[] Hypotheses, TimeSpan EncodeTime) Recognize(IReadOnlyList<WhisperUtterance> utterances)
    {
        var start = time.GetTimestamp();
        var (keys, values) = Encode(utterances);
        var encoded = time.GetElapsedTime(start);
        using var state = new DecoderState(model, keys, values);
        return (Decode(state, utterances), encoded);
    }

    private (OnnxTensor Keys, OnnxTensor Values) Encode(IReadOnlyList<WhisperUtterance> utterances)
    {
        var frames = utterances.Max(utterance => model.Window.Frames(utterance.Samples.Length));
        using var mel = OnnxTensor.Zeros<float>(utterances.Count, model.Info.Mels, frames);
        var row = model.Info.Mels * frames;
        for (var i = 0; i < utterances.Count; i++)
        {
            _features.Write(utterances[i].Samples.Span, frames, mel.Span<float>().Slice(i * row, row));
        }

        var outputs = new OnnxTensor?[2];
        model.Encode.Execute([mel], outputs);
        return (outputs[0]!, outputs[1]!);
    }

    private WhisperHypothesis[] Decode(DecoderState state, IReadOnlyList<WhisperUtterance> utterances)
    {
        var start = time.GetTimestamp();
        WhisperHypothesis[] all = [.. utterances.Select(_ => new WhisperHypothesis())];
        List<int> running = [.. Enumerable.Range(0, all.Length)];
        long[] next = [.. utterances.SelectMany(_ => model.Prompt).Select(token => (long)token)];
        while (running.Count > 0)
        {
            using var logits = state.Step(next, running.Count);
            ReadSilence(logits, running, all);
            next = new long[running.Count];
            List<int> going = [];
            for (var row = 0; row < running.Count; row++)
            {
                var id = running[row];
                if (Advance(Row(logits, row, ^1), all[id], utterances[id], out next[going.Count]))
                {
                    going.Add(row);
                }
                else
                {
                    all[id].DecodeTime = time.GetElapsedTime(start);
                }
            }

            if (going.Count is > 0 && going.Count < running.Count)
            {
                state.Keep(going);
            }

            running = [.. going.Select(row => running[row])];
            Array.Resize(ref next, running.Count);
        }

        return all;
    }

    private bool Advance(Span<float> logits, WhisperHypothesis hypothesis, WhisperUtterance utterance, out long token)
    {
        var (chosen, logProbability) = TokenChoice.Greedy(logits, model.Info.EndOfText);
        token = chosen;
        hypothesis.Abandoned = utterance.Abandoned();
        return hypothesis.Add(chosen, logProbability, model.Info.EndOfText)
            && !hypothesis.Abandoned
            && hypothesis.Tokens.Count < MostTokens(utterance.Samples.Length);
    }

    /// <summary>Nobody says more tokens than this; spelled names and digits reach about ten a second.</summary>
    private int MostTokens(int samples) => Math.Min(
        model.Info.TextContext - model.Prompt.Count,
        TokensAlways + (samples * TokensPerSecond / SampleRate));

    private void ReadSilence(OnnxTensor logits, List<int> running, WhisperHypothesis[] all)
    {
        if (model.Info.NoSpeech is not { } mark || logits.Shape[1] != model.Prompt.Count)
        {
            return;
        }

        for (var row = 0; row < running.Count; row++)
        {
            all[running[row]].NoSpeechProbability = TokenChoice.Probability(Row(logits, row, 0), mark);
        }
    }

    private static Span<float> Row(OnnxTensor logits, int row, Index position)
    {
        var (length, vocabulary) = ((int)logits.Shape[1], (int)logits.Shape[2]);
        return logits.Span<float>().Slice(((row * length) + position.GetOffset(length)) * vocabulary, vocabulary);
    }
}
