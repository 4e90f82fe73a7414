using System.Threading.Channels;
using Appliance.Dialog.Inputs;

namespace Appliance.Calls.Sessions;

/// <summary>Everything that happens in a call, one after the other. Bounded: a session that is a minute behind loses what comes, and the loss is counted.</summary>
internal sealed class CallInbox
{
    private readonly Channel<DialogInput> _inputs = Channel.CreateBounded<DialogInput>(
        new BoundedChannelOptions(4_096) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private long _lost;
    private volatile bool _isOver;

    /// <summary>Inputs that did not fit.</summary>
    public long Lost => Volatile.Read(ref _lost);

    /// <summary>Adds an input; never waits. What comes after the end of the call is of no use to anybody.</summary>
    public void Post(DialogInput input)
    {
        if (!_inputs.Writer.TryWrite(input) && !_isOver)
        {
            Interlocked.Increment(ref _lost);
        }
    }

    public void Complete()
    {
        _isOver = true;
        _inputs.Writer.TryComplete();
    }

    // Not the reader's own ReadAllAsync: that leaves the context of the one who reads, and a replay would lose sight of it.
    public async IAsyncEnumerable<DialogInput> ReadAllAsync()
    {
        while (await _inputs.Reader.WaitToReadAsync())
        {
            while (_inputs.Reader.TryRead(out var input))
            {
                yield return input;
            }
        }
    }
}
