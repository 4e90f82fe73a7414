namespace Appliance.Dialog.Turns;

/// <summary>Timing of turn-taking. All durations are greater than zero. Silence is counted in windows of 32 ms, so pauses are best multiples of it.</summary>
public sealed record TurnOptions
{
    /// <summary>Voice probability from which a window counts towards an onset. 0 to 1, default 0.5.</summary>
    public float OnsetProbability { get; init; } = 0.5f;

    /// <summary>Voice probability below which speech is released. 0 to <see cref="OnsetProbability"/>, default 0.35.</summary>
    public float ReleaseProbability { get; init; } = 0.35f;

    /// <summary>Voice probability from which a window of a pause may still hold sound of a word, such as its last consonant. 0 to <see cref="ReleaseProbability"/>, default 0.15.</summary>
    public float TraceProbability { get; init; } = 0.15f;

    /// <summary>Windows of 32 ms in a row that make an onset. 1 to 10, default 2.</summary>
    public int OnsetWindows { get; init; } = 2;

    /// <summary>Audio before the onset that is recognised too. Default 300 ms.</summary>
    public TimeSpan PreRoll { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Time between partial recognitions. Default 400 ms.</summary>
    public TimeSpan PartialInterval { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>First partial while the agent is paused by a voice. Default 250 ms.</summary>
    public TimeSpan FirstPartialOnInterruption { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Silence after which the utterance is recognised speculatively. Default 96 ms.</summary>
    public TimeSpan SpeculationPause { get; init; } = TimeSpan.FromMilliseconds(96);

    /// <summary>Silence that ends a complete answer. Default 192 ms.</summary>
    public TimeSpan CompletePause { get; init; } = TimeSpan.FromMilliseconds(192);

    /// <summary>Silence that ends an answer that is whole but often added to, as "yes" is by "that's right". Default 384 ms: longer than most voices rest at a comma.</summary>
    public TimeSpan ExtendablePause { get; init; } = TimeSpan.FromMilliseconds(384);

    /// <summary>Silence that ends a turn of which nothing special is known. Default 448 ms.</summary>
    public TimeSpan NeutralPause { get; init; } = TimeSpan.FromMilliseconds(448);

    /// <summary>Silence without any trace of voice that a pause must end with, unless it is as long as <see cref="NeutralPause"/>. Default 128 ms.</summary>
    public TimeSpan ClearPause { get; init; } = TimeSpan.FromMilliseconds(128);

    /// <summary>Silence that ends an unfinished turn. Default 1200 ms.</summary>
    public TimeSpan UnfinishedPause { get; init; } = TimeSpan.FromMilliseconds(1200);

    /// <summary>No words within this time after the onset: the agent goes on. Default 500 ms.</summary>
    public TimeSpan FalseInterruption { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait for words that are being recognised while the agent is paused. Default 1000 ms.</summary>
    public TimeSpan InterruptionPatience { get; init; } = TimeSpan.FromMilliseconds(1000);

    /// <summary>Voice within this time after a commit counts as a premature cut-off; the turn is taken back if it led to nothing that cannot be undone. Default 700 ms.</summary>
    public TimeSpan ReopenWindow { get; init; } = TimeSpan.FromMilliseconds(700);

    /// <summary>Longest caller turn; then it is taken as it is. Default 20 s, at most 28 s (Whisper's window is 30 s).</summary>
    public TimeSpan MaxTurn { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Recognition not answered in this time is given up. Default 4 s.</summary>
    public TimeSpan RecognitionPatience { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Silence before the caller is asked again. Default 6 s.</summary>
    public TimeSpan SilencePrompt { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Silence allowed after "hold on". Default 60 s.</summary>
    public TimeSpan HoldOnPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Pause after which keyed digits are taken as complete. Default 2 s.</summary>
    public TimeSpan KeyPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A tool later than this is announced. Default 900 ms.</summary>
    public TimeSpan ToolFiller { get; init; } = TimeSpan.FromMilliseconds(900);

    /// <summary>A tool later than this has failed. Default 10 s.</summary>
    public TimeSpan ToolPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Playback that never reports its end is given up after this. Default 40 s.</summary>
    public TimeSpan PlaybackPatience { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Longest wait for a person to answer a transfer. Default 60 s.</summary>
    public TimeSpan TransferPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An "okay" over the agent's last words counts as the answer if the agent ends within this time. Default 1200 ms.</summary>
    public TimeSpan BackchannelMemory { get; init; } = TimeSpan.FromMilliseconds(1200);

    /// <summary>Longest call; then a person takes over. Default 15 min.</summary>
    public TimeSpan MaxCall { get; init; } = TimeSpan.FromMinutes(15);
}
