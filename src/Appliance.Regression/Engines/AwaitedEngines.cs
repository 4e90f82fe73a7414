using System.Runtime.CompilerServices;
using Appliance.Calls.Records;
using Appliance.Calls.Tools;
using Appliance.Dialog.Tools;
using Appliance.Inference.Stt;
using Appliance.Inference.Tts;
using Appliance.Inference.Vad;
using Appliance.Regression.Time;

namespace Appliance.Regression.Engines;

/// <summary>A detector whose answers the beat waits for.</summary>
internal sealed class AwaitedDetector(IVoiceActivityDetector detector, VirtualLoop loop) : IVoiceActivityDetector
{
    public VadStream Open() => detector.Open();

    public ValueTask<float> DetectAsync(VadStream stream, ReadOnlyMemory<float> window, CancellationToken cancellationToken) =>
        loop.AwaitAsync(detector.DetectAsync(stream, window, cancellationToken));
}

/// <summary>
/// A recogniser whose answers the beat waits for; they come after their charge in virtual time. It is asked one thing after the other:
/// whether a request displaces another that still waits would hang on the machine's speed.
/// </summary>
internal sealed class AwaitedRecognizer(ISpeechRecognizer recognizer, VirtualLoop loop, TimeProvider time, TimeSpan charge) : ISpeechRecognizer
{
    private Task _last = Task.CompletedTask;

    public async ValueTask<Transcript> RecognizeAsync(RecognitionRequest request, CancellationToken cancellationToken)
    {
        var answer = AskAsync(_last, request, cancellationToken);
        _last = answer.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        var transcript = await loop.AwaitAsync(new ValueTask<Transcript>(answer));
        await Task.Delay(charge, time, cancellationToken);
        return transcript;
    }

    private async Task<Transcript> AskAsync(Task before, RecognitionRequest request, CancellationToken cancellationToken)
    {
        await before;
        return await recognizer.RecognizeAsync(request, cancellationToken);
    }
}

/// <summary>A voice whose sound the beat waits for; the first of each text comes after its charge in virtual time.</summary>
internal sealed class AwaitedSynthesizer(ISpeechSynthesizer synthesizer, VirtualLoop loop, TimeProvider time, TimeSpan charge) : ISpeechSynthesizer
{
    public int SampleRate => synthesizer.SampleRate;

    public async IAsyncEnumerable<SpeechChunk> SpeakAsync(
        string text, SpeechOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var chunks = synthesizer.SpeakAsync(text, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var isFirst = true; await loop.AwaitAsync(chunks.MoveNextAsync()); isFirst = false)
        {
            if (isFirst)
            {
                await Task.Delay(charge, time, cancellationToken);
            }

            yield return chunks.Current;
        }
    }
}

/// <summary>Tools whose answers the beat waits for.</summary>
internal sealed class AwaitedToolbox(IClinicToolbox toolbox, VirtualLoop loop) : IClinicToolbox
{
    public Task<ToolResult> RunAsync(CallIdentity caller, ToolCallId call, ToolRequest request, CancellationToken cancellationToken) =>
        loop.AwaitAsync(new ValueTask<ToolResult>(toolbox.RunAsync(caller, call, request, cancellationToken))).AsTask();

    public Task EndAsync(CallIdentity caller) => toolbox.EndAsync(caller);
}
