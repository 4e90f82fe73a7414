using System.Collections.Immutable;
using Appliance.Dialog.Conversation;

namespace Appliance.Dialog.Turns;

/// <summary>Keeps what the caller must hear until it was heard.</summary>
internal static class UnheardNews
{
    /// <summary>Speeches were cut: until playback says what was heard of them, nothing was.</summary>
    public static ImmutableList<(SpeechId Speech, MustHear News)> Keep(DialogState state, IEnumerable<ActiveSpeech> cut) =>
        state.Unheard.AddRange(cut.SelectMany(s => s.News.Select(n => (s.Id, n))));

    /// <summary>This was heard of a speech that was cut.</summary>
    public static ImmutableList<(SpeechId Speech, MustHear News)> Heard(ImmutableList<(SpeechId Speech, MustHear News)> unheard, SpeechId speech, string heardText) =>
        unheard.RemoveAll(u => u.Speech == speech && u.News.IsIn(heardText));

    /// <summary>The words for a speech, with the news that was not heard in front; what may not be interrupted is urgent and goes first.</summary>
    public static (string Text, ImmutableArray<MustHear> News) Words(DialogState state, Say say)
    {
        if (!say.Interruptible)
        {
            return (say.Text, []);
        }

        ImmutableArray<MustHear> own = say.News is null ? [] : [say.News];
        var again = state.Unheard.Select(u => u.News).Distinct().ToArray();
        var reminders = again.Where(n => !n.IsIn(say.Text)).Select(n => new MustHear(n.Reminder, n.Reminder)).ToArray();
        var text = string.Join(' ', reminders.Select(n => n.Reminder).Append(say.Text));
        return (text, [.. reminders, .. again.Where(n => n.IsIn(say.Text)).Except(own), .. own]);
    }
}
