using System.Collections.Immutable;
using Appliance.Calls.Sessions;
using Appliance.Dialog;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Inputs;
using Appliance.Regression.Scenarios;

namespace Appliance.Regression.Callers;

/// <summary>A caller of a scenario: sees what the agent really says and when it sounds, and answers or interrupts by voice and keys.</summary>
internal sealed class ReplayCaller(ScenarioCaller script, ReplayLine line, ImmutableArray<short[]?> sounds, TimeProvider time) : ICallWatcher
{
    private readonly List<string> _said = [];
    private readonly Dictionary<SpeechId, string> _pending = [];
    private ImmutableArray<int> _done = [];
    private ImmutableHashSet<PhraseId> _heard = [];
    private (ImmutableHashSet<PhraseId> Phrases, DateTimeOffset At)? _sounding;
    private DateTimeOffset _quietSince = time.GetUtcNow();

    /// <summary>All that the agent was about to say, in order.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>What the transcript of the call holds so far.</summary>
    public ImmutableArray<TranscriptLine> Transcript { get; private set; } = [];

    /// <summary>Whether the session is ending.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The lines in order that never came.</summary>
    public IEnumerable<int> LeftOver => Enumerable.Range(0, script.Lines.Length).Where(index => !script.Lines[index].Optional && !_done.Contains(index));

    /// <inheritdoc/>
    public void Stepped(DialogInput input, DialogStep step)
    {
        IsOver = step.State.Ended;
        Transcript = [.. step.State.Transcript];
        switch (input)
        {
            case PlaybackStarted started:
                _sounding = (PhraseFinder.In(_pending.GetValueOrDefault(started.Speech, "")), time.GetUtcNow());
                break;
            case PlaybackEnded ended:
                Ended(ended.Speech);
                break;
            case PlaybackCut cut:
                _heard = [];
                Ended(cut.Speech);
                break;
        }

        foreach (var speak in step.Actions.OfType<Speak>())
        {
            _said.Add(speak.Text);
            _pending[speak.Speech] = speak.Text;
            _heard = _heard.Union(PhraseFinder.In(speak.Text));
        }
    }

    /// <summary>Begins what is due; before each beat.</summary>
    public void Act()
    {
        if (line.IsBusy || IsOver)
        {
            return;
        }

        var now = time.GetUtcNow();
        var due = _sounding is { } sounding
            ? LineOrder.Interrupting(script.Lines, _done, sounding.Phrases) is { } over && now - sounding.At >= script.Lines[over].InterruptAfter ? over : null
            : _pending.Count == 0 && LineOrder.Answering(script.Lines, _done, _heard) is { } answer && now - _quietSince >= script.Lines[answer].After ? answer : (int?)null;
        if (due is { } index)
        {
            Begin(index);
        }
    }

    private void Begin(int index)
    {
        _done = _done.Add(index);

        // What is talked over is still to be answered if the agent goes on.
        _heard = _sounding?.Phrases ?? [];
        var begun = script.Lines[index];
        if (sounds[index] is { } sound)
        {
            line.Utter(sound);
        }
        else if (begun.Keys is { } keys)
        {
            line.Press(keys);
        }
        else
        {
            line.End();
        }
    }

    private void Ended(SpeechId speech)
    {
        _pending.Remove(speech);
        _sounding = null;
        _quietSince = time.GetUtcNow();
    }
}
