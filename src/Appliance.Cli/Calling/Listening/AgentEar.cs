using System.Threading.Channels;
using Appliance.Inference.Stt;
using Appliance.Inference.Vad;
using Appliance.Media;

namespace Appliance.Cli.Calling.Listening;

/// <summary>Listens to the agent with the same engines as the agent listens with, and tells its turns.</summary>
public sealed class AgentEar
{
    private const int Window = VadStream.WindowSamples;

    // A little of the silence around, as the recogniser was trained with.
    private const int Margin = AudioFormat.SampleRate / 10;
    private const int MostSamples = 28 * AudioFormat.SampleRate;

    private readonly AgentAudio _audio;
    private readonly IVoiceActivityDetector _detector;
    private readonly ISpeechRecognizer _recognizer;
    private readonly Channel<AgentTurn> _turns = Channel.CreateUnbounded<AgentTurn>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private SpeechTracker _tracker;

    /// <summary>Listens once <see cref="ListenAsync"/> runs.</summary>
    public AgentEar(AgentAudio audio, IVoiceActivityDetector detector, ISpeechRecognizer recognizer) =>
        (_audio, _detector, _recognizer) = (audio, detector, recognizer);

    /// <summary>The turns as they come; completed, with the fault if there was one, when the ear stops.</summary>
    public ChannelReader<AgentTurn> Turns => _turns.Reader;

    /// <summary>Whether the agent talks now.</summary>
    public bool IsAgentTalking { get; private set; }

    /// <summary>What the agent has said since an onset, while it goes on.</summary>
    public async Task<AgentHeard> HearSoFarAsync(TimeSpan onset, CancellationToken cancellationToken)
    {
        var from = Math.Max(0, (int)(onset.TotalSeconds * AudioFormat.SampleRate) - Margin);
        var sound = new float[Math.Max(0, _audio.Count - from)];
        _audio.Read(from, sound);
        return AgentWords.Read(await RecognizeAsync(sound, cancellationToken));
    }

    /// <summary>Runs until the sound is complete or it is cancelled.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ListenToAllAsync(cancellationToken);
            _turns.Writer.TryComplete();
        }
        catch (Exception error)
        {
            _turns.Writer.TryComplete(error);
            throw;
        }
    }

    private async Task ListenToAllAsync(CancellationToken cancellationToken)
    {
        var stream = _detector.Open();
        var window = new float[Window];
        var at = 0;
        while (await _audio.WaitForMoreAsync(cancellationToken))
        {
            for (; at + Window <= _audio.Count; at += Window)
            {
                _audio.Read(at, window);
                var probability = await _detector.DetectAsync(stream, window, cancellationToken);
                await TakeAsync(at, probability, cancellationToken);
            }
        }

        // The agent hung up in the middle of a sentence or right behind it.
        if (_tracker.Onset is { } onset)
        {
            await EndAsync(onset, cancellationToken);
        }
    }

    private async Task TakeAsync(int at, float probability, CancellationToken cancellationToken)
    {
        (_tracker, var change) = _tracker.After(at, Window, probability);
        if (change is SpeechChange.Began)
        {
            IsAgentTalking = true;
            _turns.Writer.TryWrite(new AgentTurn.Began(AudioFormat.DurationOf(_tracker.Onset!.Value)));
        }
        else if (change is SpeechChange.Ended)
        {
            await EndAsync(_tracker.Onset!.Value, cancellationToken);
        }
    }

    private async Task EndAsync(int onset, CancellationToken cancellationToken)
    {
        IsAgentTalking = false;
        var silence = _tracker.Silence;
        _tracker = default;
        var from = Math.Max(0, Math.Max(onset - Margin, silence - MostSamples));
        var sound = new float[Math.Min(silence + Margin, _audio.Count) - from];
        _audio.Read(from, sound);
        var whole = await RecognizeAsync(sound, cancellationToken);
        var last = LastSentence.Begin(sound) is > 0 and var begin ? await RecognizeAsync(sound.AsMemory(begin), cancellationToken) : string.Empty;
        _turns.Writer.TryWrite(new AgentTurn.Ended(AudioFormat.DurationOf(onset), AudioFormat.DurationOf(silence), AgentWords.Read(whole, last)));
    }

    private async Task<string> RecognizeAsync(ReadOnlyMemory<float> sound, CancellationToken cancellationToken) =>
        (await _recognizer.RecognizeAsync(sound, RecognitionKind.Final, cancellationToken)).Text;
}
