using Appliance.Cli.Calling.Listening;

namespace Appliance.Cli.Calling.Reports;

/// <summary>Takes down a call while it goes on, and shows it. Moments are by the media session's clock; one writer.</summary>
public sealed class CallLog(LivePrinter printer)
{
    private readonly List<LoggedTurn> _turns = [];
    private readonly List<TranscriptEntry> _transcript = [];
    private TimeSpan _answered;
    private bool _begins;

    /// <summary>Call-ID of the call; null before the answer.</summary>
    public string? CallId { get; private set; }

    /// <summary>What the caller said.</summary>
    public IReadOnlyList<LoggedTurn> Turns => _turns;

    /// <summary>What both said, in the order in which it became known.</summary>
    public IReadOnlyList<TranscriptEntry> Transcript => _transcript;

    /// <summary>The call was answered.</summary>
    public void Answered(TimeSpan at, string callId) => (_answered, CallId) = (at, callId);

    /// <summary>The caller begins to say a line.</summary>
    public void Says(TimeSpan at, string text, bool interrupts)
    {
        Add(at, Speaker.Caller, text, interrupts ? "interrupts" : null);
        _turns.Add(new LoggedTurn(text, interrupts, null, []));
        _begins = true;
    }

    /// <summary>That line was sent to its end.</summary>
    public void Said(TimeSpan firstVoiced, TimeSpan lastVoiced)
    {
        _turns[^1] = _turns[^1] with { Sent = new VoiceSpan(firstVoiced, lastVoiced) };
        _begins = false;
    }

    /// <summary>The caller plays a recording.</summary>
    public void Plays(TimeSpan at, string name) => Add(at, Speaker.Caller, $"({name} is played)", null);

    /// <summary>The agent was heard.</summary>
    public void Heard(TimeSpan at, AgentHeard heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        Add(at, Speaker.Agent, heard.Text.Length > 0 ? heard.Text : "(nothing that was understood)", heard.Phrase?.ToString());

        // What comes to an end while a line is being said was the answer to the line before.
        var turn = _begins || (_turns.Count > 0 && _turns[^1].Sent is { } sent && at < sent.From) ? _turns.Count - 2 : _turns.Count - 1;
        if (turn >= 0)
        {
            _turns[turn] = _turns[turn] with { Heard = [.. _turns[turn].Heard, heard.Text] };
        }
    }

    private void Add(TimeSpan at, Speaker speaker, string text, string? note)
    {
        var entry = new TranscriptEntry((at - _answered).TotalMilliseconds, speaker, text, note);
        _transcript.Add(entry);
        printer.Show(entry);
    }
}

/// <summary>A line that the caller said.</summary>
/// <param name="Said">The words.</param>
/// <param name="Interrupts">Whether the caller did not wait for the agent's end.</param>
/// <param name="Sent">When its voice was sent; null when the call ended before its end.</param>
/// <param name="Heard">What the agent said next, speech by speech.</param>
public sealed record LoggedTurn(string Said, bool Interrupts, VoiceSpan? Sent, IReadOnlyList<string> Heard);
