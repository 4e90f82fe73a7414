using Appliance.Inference.Vad;

namespace Appliance.Calls.Tests.Engines;

/// <summary>A detector that works for so many windows and then breaks in a way that no engine announces.</summary>
internal sealed class BrokenDetector(IVoiceActivityDetector detector, int windows) : IVoiceActivityDetector
{
    private int _left = windows;

    public VadStream Open() => detector.Open();

    public ValueTask<float> DetectAsync(VadStream stream, ReadOnlyMemory<float> window, CancellationToken cancellationToken) =>
        Interlocked.Decrement(ref _left) >= 0
            ? detector.DetectAsync(stream, window, cancellationToken)
            : throw new InvalidOperationException("The detector broke.");
}
