using Appliance.Calls.Records;
using Appliance.Media.Recording;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Sessions;

/// <summary>Records a call as long as the disk and the caller allow it. Its failure never ends the call; it is logged.</summary>
internal sealed class CallRecorder : IAsyncDisposable
{
    private readonly ICallArchive _archive;
    private readonly CallIdentity _call;
    private readonly ILogger _logger;
    private readonly StereoRecorder? _recorder;
    private readonly Task<ICallRecording?> _recording;
    private bool _isClosed;

    public CallRecorder(ICallArchive archive, CallIdentity call, bool isOn, ILogger logger)
    {
        _archive = archive;
        _call = call;
        _logger = logger;
        _recording = isOn ? BeginAsync() : Task.FromResult<ICallRecording?>(null);
        _recorder = isOn ? new StereoRecorder(TakeAsync) : null;
    }

    /// <summary>The caller refused: nothing of the words is kept.</summary>
    public bool IsErased { get; private set; }

    /// <summary>A tick's frames; on the pacer's thread.</summary>
    public void Write(ReadOnlySpan<short> caller, ReadOnlySpan<short> agent) => _recorder?.Write(caller, agent);

    /// <summary>Stops, and erases what was recorded.</summary>
    public async Task EraseAsync()
    {
        IsErased = true;
        await DisposeAsync();
        try
        {
            await _archive.EraseAsync(_call, CancellationToken.None);
        }
        catch (IOException failure)
        {
            SessionLog.RecordingNotErased(_logger, _call.CallId, failure);
        }
    }

    /// <summary>Writes the rest. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        if (_recorder is not null)
        {
            await _recorder.CompleteAsync();
        }

        if (await _recording is { } recording)
        {
            await CloseAsync(recording);
        }
    }

    private async Task CloseAsync(ICallRecording recording)
    {
        try
        {
            await recording.CompleteAsync();
        }
        catch (IOException failure)
        {
            SessionLog.RecordingCut(_logger, _call.CallId, failure);
        }

        await recording.DisposeAsync();
    }

    private async Task<ICallRecording?> BeginAsync()
    {
        try
        {
            return await _archive.BeginRecordingAsync(_call, CancellationToken.None);
        }
        catch (IOException failure)
        {
            SessionLog.NotRecorded(_logger, _call.CallId, failure);
            return null;
        }
    }

    private async ValueTask TakeAsync(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken)
    {
        if (await _recording is { } recording)
        {
            recording.Append(pcm.Span);
        }
    }
}
