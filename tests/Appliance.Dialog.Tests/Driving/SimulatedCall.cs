using System.Text.RegularExpressions;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Tools;
using Appliance.Dialog.Turns;

namespace Appliance.Dialog.Tests.Driving;

/// <summary>
/// A call without engines on manual time: plays the agent's words at 15 characters a second, hears the caller's at 12,
/// recognises a span by the words that lie in it, and answers tools from a fake clinic.
/// </summary>
internal sealed partial class SimulatedCall
{
    private static readonly TimeSpan _window = VoiceTracker.WindowDuration;
    private readonly List<CallerSound> _sounds = [];
    private readonly PriorityQueue<DialogInput, (TimeSpan, int)> _due = new();
    private readonly List<(SpeechId Id, string Text, double Position, bool Started)> _playing = [];
    private (UtteranceId Utterance, int Revision) _asked;
    private bool _paused;
    private int _order;

    public SimulatedCall(DialogOptions? options = null, FakeClinic? clinic = null)
    {
        Clinic = clinic ?? new FakeClinic();
        Start = DialogMachine.Start(Clinic.Facts, options ?? DialogOptions.Default);
        State = Start;
    }

    public FakeClinic Clinic { get; }

    public DialogState Start { get; }

    public DialogState State { get; private set; }

    public List<DialogInput> Inputs { get; } = [];

    public List<(TimeSpan At, DialogAction Action)> Actions { get; } = [];

    public TimeSpan Now { get; private set; }

    public TimeSpan RecognitionTime { get; set; } = TimeSpan.FromMilliseconds(40);

    public TimeSpan ToolTime { get; set; } = TimeSpan.FromMilliseconds(10);

    public bool PersonThere { get; set; }

    /// <summary>What partial recognitions make of noise.</summary>
    public string Phantom { get; set; } = "";

    public IEnumerable<T> All<T>() => Actions.Select(a => a.Action).OfType<T>();

    public TimeSpan TimeOf<T>() => Actions.Last(a => a.Action is T).At;

    public IEnumerable<string> AgentLines => State.Transcript.Where(l => l.ByAgent).Select(l => l.Text);

    public string LastAgentLine => State.Transcript.Last(l => l.ByAgent).Text;

    public CallOutcome? Outcome => All<HangUp>().SingleOrDefault()?.Outcome;

    public SimulatedCall Answer()
    {
        Give(new CallAnswered(Now));
        return AgentDone();
    }

    /// <summary>Waits for the agent, speaks, and waits for the reply to end.</summary>
    public SimulatedCall Say(string text)
    {
        AgentDone();
        Begin(text, TimeSpan.FromMilliseconds(250));
        return CallerDone().Run(TimeSpan.FromMilliseconds(1500)).AgentDone();
    }

    /// <summary>Several answers one after the other.</summary>
    public SimulatedCall SayAll(params string[] texts)
    {
        foreach (var text in texts)
        {
            Say(text);
        }

        return this;
    }

    /// <summary>Begins to speak after a while, whatever the agent does. "…" in the text is a pause of 700 ms, "~" one of 300 ms, "-192" one of 192 ms, "_192" one in which a trace of voice is left.</summary>
    public SimulatedCall Begin(string text, TimeSpan after)
    {
        var at = Now + after;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '_')
            {
                var trace = at + TimeSpan.FromMilliseconds(int.Parse(word[1..]));
                _sounds.Add(new CallerSound(at, trace, "", Voiced: false));
                at = trace;
                continue;
            }

            if (word is "…" or "~" || word[0] == '-')
            {
                at += TimeSpan.FromMilliseconds(word is "…" ? 700 : word is "~" ? 300 : int.Parse(word[1..]));
                continue;
            }

            var end = at + TimeSpan.FromMilliseconds(Math.Max(100, 80 * word.Length));
            _sounds.Add(new CallerSound(at, end, word));
            at = end;
        }

        return this;
    }

    /// <summary>A noise without words.</summary>
    public SimulatedCall Cough(TimeSpan after, TimeSpan length)
    {
        _sounds.Add(new CallerSound(Now + after, Now + after + length, ""));
        return this;
    }

    public SimulatedCall Press(string keys)
    {
        foreach (var key in keys)
        {
            Give(new DigitPressed(Now, key));
            Run(TimeSpan.FromMilliseconds(200));
        }

        return this;
    }

    public SimulatedCall Run(TimeSpan time)
    {
        for (var end = Now + time; Now < end && !State.Ended;)
        {
            Step();
        }

        return this;
    }

    /// <summary>Runs until the agent is silent and nothing is under way.</summary>
    public SimulatedCall AgentDone()
    {
        for (var i = 0; i < 4000 && !State.Ended && (State.IsAgentTalking || State.Conversation.IsWaiting || _due.Count > 0 || (State.Utterance is not null && Now - State.Utterance.VoiceEnd < TimeSpan.FromSeconds(2))); i++)
        {
            Step();
        }

        return this;
    }

    public SimulatedCall Give(DialogInput input)
    {
        Inputs.Add(input);
        var step = DialogMachine.Next(State, input);
        State = step.State;
        foreach (var action in step.Actions)
        {
            Actions.Add((Now, action));
            Carry(action);
        }

        return this;
    }

    private SimulatedCall CallerDone()
    {
        while (_sounds.Exists(s => s.To > Now) && !State.Ended)
        {
            Step();
        }

        return this;
    }

    private void Step()
    {
        Now += _window;
        var sounds = _sounds.Where(s => s.From < Now && s.To >= Now).ToArray();
        Give(new VoiceWindow(Now, sounds.Length == 0 ? 0.03f : sounds.Any(s => s.Voiced) ? 0.95f : 0.2f));
        while (_due.TryPeek(out _, out var when) && when.Item1 <= Now)
        {
            var input = _due.Dequeue() switch
            {
                Recognized r => r with { At = Now },
                ToolAnswered t => t with { At = Now },
                var other => other,
            };

            // As in a real call, a newer span takes back an older one that is not answered.
            if (input is not Recognized late || late.Utterance != _asked.Utterance || late.Revision == _asked.Revision)
            {
                Give(input);
            }
        }

        Play();
        if (Now.Ticks / _window.Ticks % 3 == 0)
        {
            Give(new Tick(Now));
        }
    }

    private void Play()
    {
        if (_paused || _playing.Count == 0)
        {
            return;
        }

        var (id, text, position, started) = _playing[0];
        position += 15 * _window.TotalSeconds;
        _playing[0] = (id, text, position, true);
        if (!started)
        {
            Give(new PlaybackStarted(Now, id));
        }

        if (position >= text.Length && _playing.Count > 0)
        {
            _playing.RemoveAt(0);
            Give(new PlaybackEnded(Now, id, text));
        }
    }

    private void Carry(DialogAction action)
    {
        switch (action)
        {
            case Recognize ask:
                _asked = (ask.Utterance, ask.Revision);
                Later(RecognitionTime, Recognise(ask));
                break;
            case Speak speak:
                _playing.Add((speak.Speech, speak.Text, 0, false));
                break;
            case PausePlayback:
                _paused = true;
                break;
            case ResumePlayback:
                _paused = false;
                break;
            case CutPlayback:
                _paused = false;
                var cut = _playing.ToArray();
                _playing.Clear();
                foreach (var (id, text, position, _) in cut)
                {
                    Give(new PlaybackCut(Now, id, Heard(text, (int)position)));
                }

                break;
            case CallTool call:
                Later(ToolTime, new ToolAnswered(Now, call.Call, Clinic.Answer(call.Request)));
                break;
            case TransferToPerson:
                Later(TimeSpan.FromSeconds(1), PersonThere ? new TransferCompleted(Now + TimeSpan.FromSeconds(1)) : new TransferUnavailable(Now + TimeSpan.FromSeconds(1)));
                break;
        }
    }

    private void Later(TimeSpan after, DialogInput input) => _due.Enqueue(input, (Now + after, _order++));

    private Recognized Recognise(Recognize ask)
    {
        var words = string.Join(' ', _sounds.Where(s => s.From >= ask.From - _window && s.To <= ask.To + _window).Select(s => s.Text).Where(t => t.Length > 0));
        words = words.Length == 0 && ask.Kind is RecognitionKind.Partial ? Phantom : words;
        var verdict = words.Length == 0 ? RecognitionVerdict.Silence : RecognitionVerdict.Speech;
        return new Recognized(Now, ask.Utterance, ask.Revision, ask.Kind, words, 0.9f, verdict);
    }

    private static string Heard(string text, int position)
    {
        var until = Math.Clamp(position, 0, text.Length);
        return until == text.Length ? text : WholeWords().Match(text[..until]).Value;
    }

    [GeneratedRegex(@"^.*(?=\s)")]
    private static partial Regex WholeWords();
}
