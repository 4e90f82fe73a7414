using System.IO.Compression;
using System.Text;

namespace Appliance.Inference.Stt;

/// <summary>Decides how far a transcript may be believed; pure.</summary>
public sealed record TranscriptJudgement
{
    private const int ShortestTextToCompress = 60;

    /// <summary>Loudest 20 ms below this level is silence, the model is not asked; dBFS, −120 to 0, default −60.</summary>
    public double QuietDecibels { get; init; } = -60;

    /// <summary>Probability of silence above which unsure words count as none; 0 to 1, default 0.6.</summary>
    public float NoSpeechThreshold { get; init; } = 0.6f;

    /// <summary>Average log-probability below which words are unsure; default −0.8.</summary>
    public float UnsureBelow { get; init; } = -0.8f;

    /// <summary>UTF-8 bytes per compressed byte above which a text is a loop; default 2.4, as Whisper's own.</summary>
    public double LoopCompression { get; init; } = 2.4;

    /// <summary>Judges a finished transcript.</summary>
    public TranscriptVerdict Judge(string text, float averageLogProbability, float noSpeechProbability, bool looped) =>
        text.Length == 0 && !looped ? TranscriptVerdict.Silence
        : looped || IsLoop(text) ? TranscriptVerdict.Repetition
        : averageLogProbability >= UnsureBelow ? TranscriptVerdict.Speech
        : noSpeechProbability > NoSpeechThreshold ? TranscriptVerdict.Silence
        : TranscriptVerdict.Unsure;

    private bool IsLoop(string text)
    {
        if (text.Length < ShortestTextToCompress)
        {
            return false;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return bytes.Length > LoopCompression * packed.Length;
    }
}
