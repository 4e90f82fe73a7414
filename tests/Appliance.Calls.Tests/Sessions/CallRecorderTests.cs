using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tests.Engines;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Sessions;

public class CallRecorderTests
{
    private static readonly CallIdentity Call = new("call-1", null);

    private readonly short[] _frame = new short[320];

    [Fact]
    public async Task Dispose_AfterSomeFrames_HasHandedAllOfThemOn()
    {
        var calls = new KeptCalls();
        var recorder = new CallRecorder(calls, Call, isOn: true, NullLogger.Instance);
        for (var i = 0; i < 120; i++)
        {
            recorder.Write(_frame, []);
        }

        await recorder.DisposeAsync();

        Assert.Equal(120 * 320 * 4, calls.RecordedBytes["call-1"]);
    }

    [Fact]
    public async Task Erase_WhenTheCallerRefuses_ErasesAndRecordsNothingMore()
    {
        var calls = new KeptCalls();
        await using var recorder = new CallRecorder(calls, Call, isOn: true, NullLogger.Instance);
        recorder.Write(_frame, _frame);
        await recorder.EraseAsync();
        recorder.Write(_frame, _frame);

        Assert.True(recorder.IsErased);
        Assert.Equal(["call-1"], calls.Erased);
        Assert.Empty(calls.RecordedBytes);
    }

    [Fact]
    public async Task Write_WhenRecordingIsOff_RecordsNothing()
    {
        var calls = new KeptCalls();
        var recorder = new CallRecorder(calls, Call, isOn: false, NullLogger.Instance);
        recorder.Write(_frame, _frame);
        await recorder.DisposeAsync();

        Assert.Empty(calls.RecordedBytes);
        Assert.False(recorder.IsErased);
    }
}
