using Appliance.Calls.Records;
using Appliance.Store.Recordings;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Records;

/// <summary>A recording under its call's own key.</summary>
internal sealed partial class StoreRecording(string callId, RecordingWriter writer, ILogger logger) : ICallRecording
{
    public void Append(ReadOnlySpan<byte> pcm) => writer.Append(pcm);

    public Task CompleteAsync() => StoreCallArchive.AsIoAsync(async () =>
    {
        await writer.CompleteAsync();
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        if (writer.DroppedBytes > 0)
        {
            LogDropped(logger, callId, writer.DroppedBytes);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId}: {Bytes} bytes of the recording were lost; the disk could not keep up")]
    private static partial void LogDropped(ILogger logger, string callId, long bytes);
}
