using Appliance.Calls.Audio;
using Appliance.Dialog;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Appliance.Inference;
using Appliance.Inference.Stt;
using Microsoft.Extensions.Logging;
using SttKind = Appliance.Inference.Stt.RecognitionKind;

namespace Appliance.Calls.Sessions;

/// <summary>Has spans of the caller's audio written down.</summary>
internal sealed class Listener(ISpeechRecognizer recognizer, CallerAudio audio, string callId, CallClock clock, CallInbox inbox, ILogger logger)
{
    // What an onset may still reach back to before its first recognition is asked for.
    private static readonly TimeSpan LeastMemory = TimeSpan.FromSeconds(3);

    private TimeSpan _from;
    private TimeSpan _asked;

    /// <summary>Recognises a span; the answer comes by the inbox.</summary>
    public void Recognize(Recognize asked, CancellationToken cancellationToken)
    {
        _from = asked.From;
        _asked = clock.Now;
        _ = RecognizeAsync(asked, audio.Slice(asked.From, asked.To), cancellationToken);
    }

    /// <summary>Forgets audio that no utterance can reach any more.</summary>
    public void Forget(TimeSpan now) => audio.Forget(now - _asked < LeastMemory && _from < now - LeastMemory ? _from : now - LeastMemory);

    private async Task RecognizeAsync(Recognize asked, float[] samples, CancellationToken cancellationToken)
    {
        var isFinal = asked.Kind is Dialog.RecognitionKind.Final;
        var request = new RecognitionRequest(samples, isFinal ? SttKind.Final : SttKind.Partial, $"{callId}/{asked.Utterance.Value}");
        try
        {
            var transcript = await recognizer.RecognizeAsync(request, cancellationToken);
            if (transcript.Verdict is not TranscriptVerdict.Displaced)
            {
                Answer(asked, transcript.Text, Confidence(transcript), Verdict(transcript.Verdict));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (EngineException busy) when (busy.Reason is EngineErrorReason.Overloaded)
        {
            SessionLog.RecognizerOverloaded(logger, callId);
            Answer(asked, string.Empty, 0, RecognitionVerdict.Repetition);
        }
        catch (Exception lost)
        {
            SessionLog.EngineLost(logger, callId, EngineStage.Recognition, lost);
            inbox.Post(new EngineFailed(clock.Now, EngineStage.Recognition));
        }
    }

    private void Answer(Recognize asked, string text, float confidence, RecognitionVerdict verdict) =>
        inbox.Post(new Recognized(clock.Now, asked.Utterance, asked.Revision, asked.Kind, text, confidence, verdict));

    private static float Confidence(Transcript transcript) =>
        transcript.Tokens.Count == 0 ? 0 : transcript.Tokens.Average(token => token.Probability);

    private static RecognitionVerdict Verdict(TranscriptVerdict verdict) => verdict switch
    {
        TranscriptVerdict.Speech => RecognitionVerdict.Speech,
        TranscriptVerdict.Repetition => RecognitionVerdict.Repetition,
        TranscriptVerdict.Unsure => RecognitionVerdict.Unsure,
        _ => RecognitionVerdict.Silence,
    };
}
