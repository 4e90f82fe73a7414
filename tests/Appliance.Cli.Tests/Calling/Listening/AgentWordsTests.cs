using Appliance.Cli.Calling.Listening;
using Appliance.Dialog.Conversation;

namespace Appliance.Cli.Tests.Calling.Listening;

public sealed class AgentWordsTests
{
    [Theory]
    [InlineData("Sure, I can help with that. What is the reason for your visit?", PhraseId.AskReason)]
    [InlineData("Okay. What is your date of birth?", PhraseId.AskBirthDate)]
    [InlineData("I have 555-123-4567. Is that correct?", PhraseId.CheckPhone)]
    [InlineData("Just to confirm, Tuesday, September 24th at 2:15 with Dr. Chen, for James Smith, born March 3rd, 1985. Is that right?", PhraseId.Confirm)]
    [InlineData("Your appointment is booked for Tuesday, November 24th at 2:30 PM with Dr. Chen. Is there anything else I can help with?", PhraseId.AnythingElse)]
    [InlineData("WHAT DAY WORKS BEST FOR YOU", PhraseId.AskDayAndTime)]
    [InlineData("Im sorry I didnt catch that", PhraseId.NotCaught)]
    public void Read_WhenWordsAreRight_FindsThePhraseWhateverItsValues(string heard, PhraseId expected) =>
        Assert.Equal(expected, AgentWords.Read(heard).Phrase);

    [Fact]
    public void Read_WhenAFewLettersAreWrong_StillFindsThePhrase()
    {
        var heard = AgentWords.Read("What was the best phone number to teach you?");
        Assert.InRange(heard.SimilarityOf(PhraseId.AskPhone), 0.9, 0.99);
        Assert.Equal(PhraseId.AskPhone, heard.Phrase);
    }

    [Theory]
    [InlineData("Isabella Simmons.")]
    [InlineData("4567-077.")]
    [InlineData("")]
    public void Read_WhenNothingIsLikeAPhrase_IsNotCertainOfAny(string heard) => Assert.Null(AgentWords.Read(heard).Phrase);

    [Fact]
    public void EndsWith_OnlyWhenThePhraseIsLast_IsTrue()
    {
        Assert.True(AgentWords.Read("Okay. Please hold while I transfer you. Thank you for calling. Goodbye.").EndsWith([PhraseId.Goodbye]));
        Assert.False(AgentWords.Read("Thank you for calling. Goodbye. Is there anything else I can help with?").EndsWith([PhraseId.Goodbye]));
    }

    [Fact]
    public void SimilarityOf_WhenThePhraseIsNotLike_IsZero() =>
        Assert.Equal(0, AgentWords.Read("Okay.").SimilarityOf(PhraseId.AskPhone));
}
