using Appliance.Inference.Vad.Silero;

namespace Appliance.Inference.Vad;

/// <summary>What the detector remembers of one caller: recurrent state and the last samples. About 4 KB.</summary>
public sealed class VadStream
{
    /// <summary>Samples of one window: 32 ms at 16 kHz.</summary>
    public const int WindowSamples = 512;

    /// <summary>Samples of the window before that the network sees again.</summary>
    internal const int ContextSamples = 64;

    /// <summary>Width of each of the two layers of recurrent state.</summary>
    internal const int StateWidth = 128;

    internal VadStream()
    {
        Pending = new PendingWindow(this);
    }

    internal float[] Input { get; } = new float[ContextSamples + WindowSamples];

    internal float[] State { get; } = new float[2 * StateWidth];

    internal PendingWindow Pending { get; }

    /// <summary>Forgets everything, for a new utterance after a long gap. Not while a window is being detected.</summary>
    public void Reset()
    {
        Array.Clear(Input);
        Array.Clear(State);
    }

    /// <summary>The end of the last window becomes the context of this one.</summary>
    internal void Push(ReadOnlySpan<float> window)
    {
        Input.AsSpan(^ContextSamples..).CopyTo(Input);
        window.CopyTo(Input.AsSpan(ContextSamples));
    }
}
