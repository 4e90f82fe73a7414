namespace Appliance.Dialog.Conversation;

/// <summary>News the caller must not miss: if it is cut before it was heard, it is said again in front of what is said next.</summary>
/// <param name="Sentence">As it stands in the speech.</param>
/// <param name="Reminder">How it is said again.</param>
internal sealed record MustHear(string Sentence, string Reminder)
{
    /// <summary>Whether the words that were played hold all of it.</summary>
    public bool IsIn(string heardText) => heardText.Contains(Sentence.TrimEnd('.'), StringComparison.Ordinal);
}
