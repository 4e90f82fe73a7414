using System.Collections.Concurrent;
using Appliance.Calls.Records;

namespace Appliance.Calls.Tests.Engines;

/// <summary>Keeps calls in memory, or fails as a full disk does.</summary>
internal sealed class KeptCalls(bool isDiskFull = false) : ICallArchive
{
    private readonly TaskCompletionSource<CallRecord> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentDictionary<string, long> RecordedBytes { get; } = [];

    public ConcurrentBag<string> Erased { get; } = [];

    public Task<CallRecord> First => _first.Task;

    public Task<ICallRecording> BeginRecordingAsync(CallIdentity call, CancellationToken cancellationToken) =>
        isDiskFull ? throw new IOException("No space left on device") : Task.FromResult<ICallRecording>(new Recording(this, call.CallId));

    public Task SaveAsync(CallRecord call, CancellationToken cancellationToken)
    {
        _first.TrySetResult(call);
        return isDiskFull ? throw new IOException("No space left on device") : Task.CompletedTask;
    }

    public Task EraseAsync(CallIdentity call, CancellationToken cancellationToken)
    {
        RecordedBytes.TryRemove(call.CallId, out _);
        Erased.Add(call.CallId);
        return Task.CompletedTask;
    }

    private sealed class Recording(KeptCalls calls, string callId) : ICallRecording
    {
        public void Append(ReadOnlySpan<byte> pcm)
        {
            var length = pcm.Length;
            calls.RecordedBytes.AddOrUpdate(callId, length, (_, before) => before + length);
        }

        public Task CompleteAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
