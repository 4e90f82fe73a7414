using Appliance.Calls.Audio;
using Appliance.Dialog;
using Appliance.Inference.Tts;

namespace Appliance.Calls.Playout;

/// <summary>Has the agent's words synthesised, sentence by sentence, and gives them to the player. Speeches are synthesised in order.</summary>
internal sealed class Talker(ISpeechSynthesizer synthesizer, SpeechOptions options, Player player, CallClock clock, TalkerEvents events) : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private CancellationTokenSource _current = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Says something, after what is still being said.</summary>
    public void Speak(SpeechId id, string text)
    {
        var speech = player.Enqueue(id, text);
        _last = SpeakAsync(_last, speech, text, clock.Now, _current.Token);
    }

    /// <summary>Drops what waits to be synthesised; the player is cut by the one who asks.</summary>
    public void Cut()
    {
        _current.Cancel();
        _current = new CancellationTokenSource();
    }

    /// <summary>Synthesises a sentence that will perhaps be said, so that the synthesizer has it in memory.</summary>
    public void Prepare(string sentence) => _ = PrepareAsync(sentence, _over.Token);

    /// <summary>Ends; nothing is synthesised any more.</summary>
    public void Dispose()
    {
        _over.Cancel();
        _current.Cancel();
        _over.Dispose();
        _current.Dispose();
    }

    private async Task SpeakAsync(Task before, SpeechInPlay speech, string text, TimeSpan asked, CancellationToken cancellationToken)
    {
        await before;
        try
        {
            var isFirst = true;
            foreach (var sentence in SpokenSentences.Of(text))
            {
                await foreach (var chunk in synthesizer.SpeakAsync(sentence, options, cancellationToken))
                {
                    player.Add(speech, PlayableChunk.From(chunk));
                    if (isFirst)
                    {
                        events.FirstSound(speech.Id, clock.Now - asked);
                        isFirst = false;
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception lost)
        {
            events.Lost(lost);
        }

        player.Complete(speech);
    }

    private async Task PrepareAsync(string sentence, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var chunk in synthesizer.SpeakAsync(sentence, options, cancellationToken))
            {
                _ = chunk;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception lost)
        {
            events.Lost(lost);
        }
    }
}

/// <summary>What the talker tells its session.</summary>
/// <param name="FirstSound">The first sound of a speech is there, so long after it was asked for.</param>
/// <param name="Lost">The voice is lost.</param>
internal sealed record TalkerEvents(Action<SpeechId, TimeSpan> FirstSound, Action<Exception> Lost);
