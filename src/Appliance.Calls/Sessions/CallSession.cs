using Appliance.Calls.Audio;
using Appliance.Calls.Playout;
using Appliance.Calls.Records;
using Appliance.Calls.Tools;
using Appliance.Dialog;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Sessions;

/// <summary>
/// One call from answer to end: a single-threaded actor around <see cref="DialogMachine.Next"/>. Inputs come one by one from the
/// media, the engines, the tools and the line; the actions that follow are carried out here and nowhere else.
/// </summary>
public sealed class CallSession : IAsyncDisposable
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(50);

    private readonly CallIdentity _identity;
    private readonly CallServices _services;
    private readonly CallSessionOptions _options;
    private readonly ICallLine _line;
    private readonly IAudioLine _audioLine;
    private readonly ILogger _logger;
    private readonly CallInbox _inbox = new();
    private readonly CallClock _clock;
    private readonly VoiceFeed _feed = new();
    private readonly CallerAudio _callerAudio = new();
    private readonly Player _player;
    private readonly Talker _talker;
    private readonly Listener? _listener;
    private readonly CallTools _tools;
    private readonly CallRecorder _recorder;
    private readonly CallMedia _media;
    private readonly TurnTimes _times = new();
    private readonly CancellationTokenSource _over = new();
    private DialogState _state;
    private TimeSpan _toolsAtCommit;
    private int _committed;
    private Task _hangingUp = Task.CompletedTask;
    private Task _erasing = Task.CompletedTask;

    /// <summary>A session for a call that has just been answered.</summary>
    public CallSession(CallIdentity identity, ICallLine line, IAudioLine audio, CallServices services, CallSessionOptions options)
    {
        _identity = identity;
        _line = line;
        _audioLine = audio;
        _services = services;
        _options = options;
        _logger = services.Loggers.CreateLogger<CallSession>();
        _clock = new CallClock(services.Time);
        _player = new Player(_inbox.Post);
        _talker = new Talker(services.Synthesizer, services.Speech, _player, _clock, new TalkerEvents(FirstSound, VoiceLost));
        _listener = services.Recognizer is { } recognizer
            ? new Listener(recognizer, _callerAudio, identity.CallId, _clock, _inbox, _logger)
            : null;
        _tools = new CallTools(services.Toolbox, identity, options.ToolTimeout, _clock, _inbox);
        _recorder = new CallRecorder(services.Archive, identity, options.Record, _logger);
        _media = new CallMedia(audio, _clock, _callerAudio, _feed, _player, new CallMediaEvents(Digit, _recorder.Write, MediaFailed));
        _state = DialogMachine.Start(ClinicFactsOf.Profile(services.Clinic, _clock.AnsweredAt), options.Dialog);
    }

    /// <summary>Holds the call to its end and gives its record, which has been saved by then. Cancelling hangs up.</summary>
    public async Task<CallRecord> RunAsync(CancellationToken cancellationToken)
    {
        var detection = new VoiceDetection(_services.VoiceActivity, _feed, _identity.CallId, _clock, _inbox, _logger).RunAsync(_over.Token);
        var ticking = TickAsync(_over.Token);
        var watching = WatchAsync(cancellationToken);
        _inbox.Post(new CallAnswered(TimeSpan.Zero));
        if (_listener is null)
        {
            _inbox.Post(new EngineFailed(TimeSpan.Zero, EngineStage.Recognition));
        }

        _services.Pacer.Add(_media);
        try
        {
            await HoldAsync();
        }
        catch (Exception failure)
        {
            SessionLog.Failed(_logger, _identity.CallId, failure);
            _hangingUp = _line.HangUpAsync();
        }

        _services.Pacer.Remove(_media);
        _feed.Complete();
        _inbox.Complete();
        await _over.CancelAsync();
        await Task.WhenAll(detection, ticking, watching, _hangingUp, _erasing, _tools.EndAsync());
        await _recorder.DisposeAsync();
        return await SaveAsync();
    }

    /// <summary>Frees what a session holds; after <see cref="RunAsync"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await _recorder.DisposeAsync();
        _talker.Dispose();
        _over.Dispose();
    }

    private async Task HoldAsync()
    {
        await foreach (var input in _inbox.ReadAllAsync())
        {
            Take(input);
            if (_state.Ended)
            {
                return;
            }
        }
    }

    private void Take(DialogInput input)
    {
        var began = _services.Time.GetTimestamp();
        var step = DialogMachine.Next(_state, input);
        var deciding = _services.Time.GetElapsedTime(began);
        _state = step.State;
        _services.Watcher?.Stepped(input, step);
        if (_state.Counters.Turns != _committed)
        {
            _committed = _state.Counters.Turns;
            _toolsAtCommit = _tools.Spent;
        }

        if (input is ToolAnswered answer)
        {
            _tools.Note(answer);
        }
        else if (input is PlaybackStarted started)
        {
            _times.Started(started.Speech, started.At);
        }

        foreach (var action in step.Actions)
        {
            Carry(action, deciding);
        }
    }

    private void Carry(DialogAction action, TimeSpan deciding)
    {
        switch (action)
        {
            case Speak speak:
                _talker.Speak(speak.Speech, speak.Text);
                break;
            case PrepareSpeech prepare:
                _talker.Prepare(prepare.Text);
                break;
            case Recognize recognize:
                _listener?.Recognize(recognize, _over.Token);
                break;
            case PausePlayback:
                _player.Pause();
                break;
            case ResumePlayback:
                _player.Resume();
                break;
            case CutPlayback:
                Cut();
                break;
            case CallTool call:
                _tools.Run(call);
                break;
            case RecordTurn record:
                _times.Turn(record.Turn, deciding, _tools.Spent - _toolsAtCommit);
                break;
            case StopRecording:
                _erasing = _recorder.EraseAsync();
                break;
            case TransferToPerson:
                // There is no way to bridge a second leg yet (ADR 0005): the dialog offers a callback.
                _inbox.Post(new TransferUnavailable(_clock.Now));
                break;
            case HangUp:
                _hangingUp = _line.HangUpAsync();
                break;
        }
    }

    private void Cut()
    {
        _talker.Cut();
        foreach (var cut in _player.Cut(_clock.Now))
        {
            Take(cut);
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TickEvery, _services.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var now = _clock.Now;
                _listener?.Forget(now);
                _inbox.Post(new Tick(now));
                if (_audioLine.SilentFor is var silent && silent > _options.MediaTimeout)
                {
                    SessionLog.LineDead(_logger, _identity.CallId, silent.TotalSeconds);
                    _inbox.Post(new CallerHungUp(now));
                    await _line.HangUpAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _over.Token);
        try
        {
            await _line.RemoteEnded.WaitAsync(either.Token);
            _inbox.Post(new CallerHungUp(_clock.Now));
        }
        catch (OperationCanceledException) when (!_over.IsCancellationRequested)
        {
            _inbox.Post(new CallerHungUp(_clock.Now));
            await _line.HangUpAsync();
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private void Digit(char digit) => _inbox.Post(new DigitPressed(_clock.Now, digit));

    private void FirstSound(SpeechId speech, TimeSpan waited) => _times.FirstSound(speech, waited);

    private void VoiceLost(Exception lost)
    {
        SessionLog.EngineLost(_logger, _identity.CallId, EngineStage.Synthesis, lost);
        _inbox.Post(new EngineFailed(_clock.Now, EngineStage.Synthesis));
    }

    private void MediaFailed(Exception failure)
    {
        SessionLog.MediaFailed(_logger, _identity.CallId, failure);
        _inbox.Post(new CallerHungUp(_clock.Now));
        _ = _line.HangUpAsync();
    }

    private async Task<CallRecord> SaveAsync()
    {
        var isErased = _recorder.IsErased;
        var record = new CallRecord
        {
            Identity = _identity,
            StartedAt = _clock.AnsweredAt,
            EndedAt = _services.Time.GetUtcNow(),
            Outcome = _state.Ended ? _state.Outcome : CallOutcome.Failed,
            Transcript = isErased ? [] : _state.Transcript,
            Turns = isErased ? [] : _times.Records(),
            Counters = _state.Counters,
            AppointmentId = _tools.AppointmentId,
            CallbackId = _tools.CallbackId,
            Media = _audioLine.Statistics,
        };
        SessionLog.Ended(_logger, _identity.CallId, (record.EndedAt - record.StartedAt).TotalSeconds, record.Outcome, record.Counters.Turns);
        if (_inbox.Lost + _feed.Dropped > 0)
        {
            SessionLog.Dropped(_logger, _identity.CallId, _inbox.Lost, _feed.Dropped);
        }

        try
        {
            await _services.Archive.SaveAsync(record, CancellationToken.None);
        }
        catch (IOException failure)
        {
            SessionLog.NotSaved(_logger, _identity.CallId, failure);
        }

        return record;
    }
}
