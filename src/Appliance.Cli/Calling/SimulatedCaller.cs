using Appliance.Cli.Calling.Listening;
using Appliance.Cli.Calling.Reports;
using Appliance.Cli.Calling.Scripts;
using Appliance.Cli.Calling.Speaking;
using Appliance.Media.Rtp;

namespace Appliance.Cli.Calling;

/// <summary>
/// The caller's side of the talk: waits until the agent has finished, takes a moment as people do, says the next line, and
/// hangs up when all is said.
/// </summary>
public sealed class SimulatedCaller(CallRequest request, RtpSession session, CallerStream stream, AgentEar ear, CallLog log, TimeProvider time)
{
    private static readonly TimeSpan ShortestReaction = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan TimeToHear = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan NotHeardAfter = TimeSpan.FromSeconds(5);

    private ScriptProgress _progress = ScriptProgress.Start;
    private TimeSpan _lastWord = TimeSpan.Zero;

    /// <summary>Talks until the caller hangs up.</summary>
    /// <exception cref="OperationCanceledException">The call ended otherwise.</exception>
    public async Task TalkAsync(CancellationToken over)
    {
        if (request.Recorded is { } recorded)
        {
            await PlayAsync(recorded, over);
        }

        var patience = request.Patience;
        while (await NextTurnAsync(patience, over) is var turn)
        {
            patience = request.Patience;
            switch (turn)
            {
                case AgentTurn.Began began when LineChooser.Interrupting(request.Script, _progress) is { } line:
                    await InterruptAsync(line, began.At, over);
                    break;
                case AgentTurn.Ended ended:
                    patience = await AnswerAsync(ended, over);
                    break;
                case null when ear.IsAgentTalking:
                    break;
                case null when LineChooser.InOrder(request.Script, _progress) is CallerMove.Say next:
                    await SayAsync(next.Line, interrupts: false, over);
                    break;
                case null:
                    return;
            }
        }
    }

    /// <summary>Whether all lines were said or passed over.</summary>
    public bool IsThrough => LineChooser.IsThrough(request.Script, _progress);

    /// <summary>Takes down what the agent said up to the end, after the call.</summary>
    public void HearTheRest()
    {
        while (ear.Turns.TryRead(out var turn))
        {
            if (turn is AgentTurn.Ended ended)
            {
                log.Heard(At(ended.From), ended.Heard);
            }
        }
    }

    private async Task<TimeSpan> AnswerAsync(AgentTurn.Ended ended, CancellationToken over)
    {
        log.Heard(At(ended.From), ended.Heard);
        if (At(ended.To) <= _lastWord)
        {
            // What the caller talked over; the answer is still to come.
            return request.Patience;
        }

        var late = _progress.Last is not null && At(ended.From) - _lastWord > NotHeardAfter;
        switch (LineChooser.Next(request.Script, _progress, ended.Heard, late))
        {
            case CallerMove.Say say:
                await UntilAsync(At(ended.To) + SpeechTracker.TurnGap + Reaction(), over);
                if (!ear.IsAgentTalking)
                {
                    await SayAsync(say.Line, interrupts: false, over);
                }

                return request.Patience;
            case CallerMove.AwaitEnd:
                return request.FarewellPatience;
            default:
                return request.Patience;
        }
    }

    private async Task InterruptAsync(int line, TimeSpan onset, CancellationToken over)
    {
        var moment = At(onset) + request.Script.Lines[line].InterruptAfter!.Value;
        await UntilAsync(moment - TimeToHear, over);

        // An agent that only asks again, or was done before, is answered like any other time.
        if (!ear.IsAgentTalking || (await ear.HearSoFarAsync(onset, over)).AsksAgain)
        {
            return;
        }

        await UntilAsync(moment, over);
        if (ear.IsAgentTalking)
        {
            await SayAsync(line, interrupts: true, over);
        }
    }

    private async Task SayAsync(int line, bool interrupts, CancellationToken over)
    {
        _progress = LineChooser.After(request.Script, _progress, line);
        log.Says(session.Now, request.Lines[line].Text, interrupts);
        var spoken = await stream.SayAsync(request.Lines[line]).WaitAsync(over);
        _lastWord = spoken.LastVoiced;
        log.Said(spoken.FirstVoiced, spoken.LastVoiced);
    }

    private async Task PlayAsync(RenderedLine recorded, CancellationToken over)
    {
        log.Plays(session.Now, recorded.Text);
        var spoken = await stream.SayAsync(recorded).WaitAsync(over);
        _lastWord = spoken.LastVoiced;
    }

    private async Task<AgentTurn?> NextTurnAsync(TimeSpan patience, CancellationToken over)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, over);
        try
        {
            return await ear.Turns.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!over.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task UntilAsync(TimeSpan moment, CancellationToken over)
    {
        var left = moment - session.Now;
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, over);
        }
    }

    // 300 to 500 ms, another each time but the same in each run.
    private TimeSpan Reaction() => ShortestReaction + TimeSpan.FromMilliseconds(_progress.Said.Length * 70 % 200);

    private TimeSpan At(TimeSpan sinceFirstTick) => (stream.Started ?? TimeSpan.Zero) + sinceFirstTick;
}
