namespace Appliance.Inference.Vad;

/// <summary>Tells speech from other sound, 32 ms at a time. Safe for any number of streams.</summary>
public interface IVoiceActivityDetector
{
    /// <summary>A stream of its own for one caller; its memory starts empty.</summary>
    VadStream Open();

    /// <summary>Probability, 0 to 1, that the window holds speech.</summary>
    /// <param name="stream">The caller's stream; one window at a time.</param>
    /// <param name="window">The next 512 samples: mono 16 kHz, full scale ±1. Copied before the call returns.</param>
    /// <param name="cancellationToken">Gives the window up while it waits; the stream then misses it.</param>
    /// <exception cref="EngineException">Stopped or EngineFailed.</exception>
    ValueTask<float> DetectAsync(VadStream stream, ReadOnlyMemory<float> window, CancellationToken cancellationToken);
}
