using Appliance.Clinic.Profiles;
using Appliance.Dialog.Conversation;
using Appliance.Host.Engines;

namespace Appliance.Host.Tests.Engines;

public sealed class FixedPhrasesTests
{
    private static readonly IReadOnlyList<string> s_phrases = FixedPhrases.Of(ClinicProfile.Demo());

    [Fact]
    public void Of_WhenAClinicIsGiven_HoldsTheGreetingSentenceBySentence()
    {
        Assert.Contains("Thank you for calling Maple Street Clinic.", s_phrases);
        Assert.Contains("This is the automated assistant.", s_phrases);
        Assert.Contains("How can I help you?", s_phrases);
    }

    [Fact]
    public void Of_WhenDoctorsAreNamed_WordsThemAsTheDialogDoes() =>
        Assert.Contains("We have Doctor Patel, Doctor Chen or Doctor Garcia.", s_phrases);

    [Fact]
    public void Of_WhenSentencesNeedValuesOfACall_LeavesThemOut()
    {
        Assert.DoesNotContain(s_phrases, phrase => phrase.Contains('{', StringComparison.Ordinal));
        Assert.Equal(s_phrases.Count, s_phrases.Distinct(StringComparer.Ordinal).Count());

        // The question of a phrase with values is fixed by itself.
        Assert.Contains(Phrases.All[PhraseId.CheckName], text => text.EndsWith("Is that right?", StringComparison.Ordinal));
        Assert.Contains("Is that right?", s_phrases);
    }
}
