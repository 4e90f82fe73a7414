using Appliance.Inference.Onnx;
using Appliance.Inference.Stt.Features;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>How much sound one run takes: the padding of an utterance in feature frames of 10 ms.</summary>
/// <param name="StepFrames">Padded lengths are multiples of this.</param>
/// <param name="MaxFrames">The longest one; also the only one of a model of fixed length.</param>
internal sealed record WhisperWindow(int StepFrames, int MaxFrames)
{
    /// <summary>Two feature frames make one encoder frame.</summary>
    private const int FramesPerState = 2;

    /// <summary>Samples beyond which only the end is heard.</summary>
    public int MaxSamples => MaxFrames * LogMelSpectrogram.Hop;

    /// <summary>Reads the length that the model takes: exports of some versions fix it at 3,000 frames.</summary>
    public static WhisperWindow Of(OnnxPort mel, WhisperModelInfo info, int paddingSamples)
    {
        var most = info.AudioContext * FramesPerState;
        if (mel.Shape is [_, _, > 0 and var fixedFrames])
        {
            return new WhisperWindow((int)fixedFrames, (int)fixedFrames);
        }

        var step = Math.Clamp(paddingSamples / LogMelSpectrogram.Hop, 1, most);
        return new WhisperWindow(step, most);
    }

    /// <summary>Frames of an utterance after padding; the last step may be shorter than the others.</summary>
    public int Frames(int samples)
    {
        var steps = Math.Max(1, (samples + (StepFrames * LogMelSpectrogram.Hop) - 1) / (StepFrames * LogMelSpectrogram.Hop));
        return Math.Min(MaxFrames, steps * StepFrames);
    }
}
