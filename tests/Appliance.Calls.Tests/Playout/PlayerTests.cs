using Appliance.Calls.Playout;
using Appliance.Dialog;
using Appliance.Dialog.Inputs;
using Appliance.Inference.Tts;

namespace Appliance.Calls.Tests.Playout;

public class PlayerTests
{
    private const int Frame = 320;
    private static readonly TimeSpan Now = TimeSpan.FromSeconds(3);

    private readonly List<DialogInput> _reported = [];

    [Fact]
    public void Fill_WhenNothingIsQueued_GivesSilence()
    {
        var player = new Player(_reported.Add);
        var frame = Enumerable.Repeat((short)7, Frame).ToArray();

        Assert.False(player.Fill(frame, Now));
        Assert.All(frame, sample => Assert.Equal(0, sample));
        Assert.Empty(_reported);
    }

    [Fact]
    public void Fill_WhenASpeechBeginsWithSilence_StartsAtTheFirstSound()
    {
        var player = new Player(_reported.Add);
        Say(player, 1, "Hello.", Chunk("Hello.", silence: 8_000, sound: 400));
        var frame = new short[Frame];

        Assert.True(player.Fill(frame, Now));

        // 8 ms of lead-in are kept so that a soft consonant is heard.
        Assert.Equal(128, Array.FindIndex(frame, sample => sample != 0));
        Assert.Equal(new PlaybackStarted(Now, new SpeechId(1)), Assert.Single(_reported));
    }

    [Fact]
    public void Fill_WhenASpeechEnds_ReportsItsWholeTextAndGoesOnWithTheNext()
    {
        var player = new Player(_reported.Add);
        Say(player, 1, "One.", Chunk("One.", 0, Frame));
        Say(player, 2, "Two.", Chunk("Two.", 0, Frame));
        var frame = new short[Frame];
        player.Fill(frame, Now);
        player.Fill(frame, Now);

        Assert.Equal(
            [
                new PlaybackStarted(Now, new SpeechId(1)), new PlaybackEnded(Now, new SpeechId(1), "One."),
                new PlaybackStarted(Now, new SpeechId(2)), new PlaybackEnded(Now, new SpeechId(2), "Two."),
            ],
            _reported);
    }

    [Fact]
    public void Fill_WhenMoreSoundIsStillToCome_DoesNotEndTheSpeech()
    {
        var player = new Player(_reported.Add);
        var speech = player.Enqueue(new SpeechId(1), "One. Two.");
        player.Add(speech, PlayableChunk.From(Chunk("One.", 0, Frame)));
        var frame = new short[Frame];
        player.Fill(frame, Now);
        Assert.False(player.Fill(frame, Now));
        Assert.IsType<PlaybackStarted>(Assert.Single(_reported));

        player.Complete(speech);
        player.Fill(frame, Now);

        Assert.Equal(new PlaybackEnded(Now, new SpeechId(1), "One. Two."), _reported[^1]);
    }

    [Fact]
    public void Resume_AfterPause_GoesOnAtTheVerySample()
    {
        var player = new Player(_reported.Add);
        var ramp = Enumerable.Range(0, 4 * Frame).Select(i => (short)(1_000 + i)).ToArray();
        Say(player, 1, "Ramp.", Chunk("Ramp.", ramp));
        var frame = new short[Frame];
        player.Fill(frame, Now);
        player.Pause();
        Assert.False(player.Fill(frame, Now));
        Assert.All(frame, sample => Assert.Equal(0, sample));

        player.Resume();
        player.Fill(frame, Now);

        Assert.Equal(ramp[Frame..(2 * Frame)], frame);
    }

    [Fact]
    public void Cut_InTheMiddle_TellsExactlyTheWordsHeard()
    {
        var player = new Player(_reported.Add);
        Say(player, 1, "One two.", Chunk("One two.", 0, 4 * Frame));
        Say(player, 2, "Three.", Chunk("Three.", 0, Frame));
        var frame = new short[Frame];
        player.Fill(frame, Now);
        player.Fill(frame, Now);

        var cut = player.Cut(Now);

        Assert.Equal([new PlaybackCut(Now, new SpeechId(1), "One"), new PlaybackCut(Now, new SpeechId(2), "")], cut);
        Assert.False(player.Fill(frame, Now));
    }

    private static void Say(Player player, int id, string text, SpeechChunk chunk)
    {
        var speech = player.Enqueue(new SpeechId(id), text);
        player.Add(speech, PlayableChunk.From(chunk));
        player.Complete(speech);
    }

    private static SpeechChunk Chunk(string text, int silence, int sound) =>
        Chunk(text, [.. Enumerable.Repeat((short)0, silence), .. Enumerable.Repeat((short)5_000, sound)]);

    // Two words of equal length, or one.
    private static SpeechChunk Chunk(string text, short[] samples)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        WordTiming[] words = blank < 0
            ? [new WordTiming(0, text.Length, 0, samples.Length)]
            : [new WordTiming(0, blank, 0, samples.Length / 2), new WordTiming(blank + 1, text.Length - blank - 1, samples.Length / 2, samples.Length / 2)];
        return new SpeechChunk(samples, 16_000, text, words, TimingsEstimated: false);
    }
}
