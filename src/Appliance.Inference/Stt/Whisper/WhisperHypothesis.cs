using System.Runtime.InteropServices;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>What the decoder wrote for one row; it grows token by token.</summary>
internal sealed class WhisperHypothesis
{
    private readonly List<int> _tokens = [];
    private readonly List<float> _logProbabilities = [];

    /// <summary>Pieces written so far, without the end mark.</summary>
    public IReadOnlyList<int> Tokens => _tokens;

    /// <summary>Natural logarithms of the pieces' probabilities, the end mark's last when it came.</summary>
    public IReadOnlyList<float> LogProbabilities => _logProbabilities;

    /// <summary>Mean of <see cref="LogProbabilities"/>; 0 when there are none.</summary>
    public float AverageLogProbability => _logProbabilities.Count == 0 ? 0 : _logProbabilities.Average();

    /// <summary>Probability of silence at the start mark; 0 when the vocabulary has no such mark.</summary>
    public float NoSpeechProbability { get; set; }

    /// <summary>The decoder fell into a loop; the loop is cut off.</summary>
    public bool Looped { get; private set; }

    /// <summary>Nobody waits for it; it is not complete.</summary>
    public bool Abandoned { get; set; }

    /// <summary>From the start of decoding to this row's end.</summary>
    public TimeSpan DecodeTime { get; set; }

    /// <summary>Adds a piece or, as the last, the end mark.</summary>
    /// <returns>False when the row has ended.</returns>
    public bool Add(int token, float logProbability, int endOfText)
    {
        _logProbabilities.Add(logProbability);
        if (token == endOfText)
        {
            return false;
        }

        _tokens.Add(token);
        var kept = RepetitionRule.KeptBeforeLoop(CollectionsMarshal.AsSpan(_tokens));
        if (kept == _tokens.Count)
        {
            return true;
        }

        Looped = true;
        _tokens.RemoveRange(kept, _tokens.Count - kept);
        return false;
    }
}
