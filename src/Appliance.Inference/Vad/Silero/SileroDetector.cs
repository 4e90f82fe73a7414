using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Appliance.Inference.Vad.Silero;

/// <summary>Silero VAD behind one queue: every run takes all windows that wait, of all calls.</summary>
public sealed class SileroDetector : IVoiceActivityDetector, IAsyncDisposable
{
    private readonly SileroNetwork _network;
    private readonly int _sampleRate;
    private readonly Channel<PendingWindow> _waiting;
    private readonly PendingWindow[] _batch;
    private readonly VadStream[] _streams;
    private readonly float[] _probabilities;
    private readonly Task _loop;
    private long _windows;
    private long _runs;

    private SileroDetector(SileroNetwork network, SileroOptions options)
    {
        _network = network;
        _sampleRate = options.SampleRate;
        _waiting = Channel.CreateBounded<PendingWindow>(
            new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _batch = new PendingWindow[options.MaxBatch];
        _streams = new VadStream[options.MaxBatch];
        _probabilities = new float[options.MaxBatch];
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Windows detected since the start.</summary>
    public long Windows => Interlocked.Read(ref _windows);

    /// <summary>Network runs they shared.</summary>
    public long Runs => Interlocked.Read(ref _runs);

    /// <summary>Loads the model and starts the service.</summary>
    /// <exception cref="EngineException">Missing library; missing, damaged or unsupported model file, by name.</exception>
    public static SileroDetector Load(string path, SileroOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new SileroDetector(SileroNetwork.Load(path, options.SampleRate), options);
    }

    /// <inheritdoc/>
    public VadStream Open() => new(_sampleRate);

    /// <inheritdoc/>
    public ValueTask<float> DetectAsync(VadStream stream, ReadOnlyMemory<float> window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNotEqual(window.Length, VadStream.WindowSamples);
        cancellationToken.ThrowIfCancellationRequested();
        var answer = stream.Pending.Begin(window.Span, cancellationToken);
        return _waiting.Writer.TryWrite(stream.Pending) ? answer : WaitForPlaceAsync(stream.Pending, answer);
    }

    /// <summary>Answers what waits with Stopped and frees the model.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _network.Dispose();
    }

    private static EngineException Stopped() => new(EngineErrorReason.Stopped, "Voice activity detection was stopped.");

    private async ValueTask<float> WaitForPlaceAsync(PendingWindow window, ValueTask<float> answer)
    {
        try
        {
            await _waiting.Writer.WriteAsync(window, window.Cancellation);
        }
        catch (ChannelClosedException)
        {
            window.Fail(Stopped());
        }
        catch (OperationCanceledException error)
        {
            window.Fail(error);
        }

        return await answer;
    }

    private async Task LoopAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var count = 0;
            while (count < _batch.Length && _waiting.Reader.TryRead(out var window))
            {
                if (window.Cancellation.IsCancellationRequested)
                {
                    window.Fail(new OperationCanceledException(window.Cancellation));
                }
                else
                {
                    _batch[count] = window;
                    _streams[count++] = window.Stream;
                }
            }

            if (count > 0)
            {
                Run(count);
            }
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a run throws belongs to those who await it.")]
    private void Run(int count)
    {
        try
        {
            _network.Detect(_streams.AsSpan(0, count), _probabilities);
            Interlocked.Add(ref _windows, count);
            Interlocked.Increment(ref _runs);
        }
        catch (Exception error)
        {
            foreach (var window in _batch.AsSpan(0, count))
            {
                window.Fail(error);
            }

            return;
        }

        for (var i = 0; i < count; i++)
        {
            _batch[i].Answer(_probabilities[i]);
        }
    }
}
