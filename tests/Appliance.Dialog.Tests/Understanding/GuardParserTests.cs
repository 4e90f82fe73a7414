using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

public sealed class GuardParserTests
{
    [Theory]
    [InlineData("I'm having chest pain.", Guard.Emergency)]
    [InlineData("I'm having trouble breathing.", Guard.Emergency)]
    [InlineData("I can't breathe.", Guard.Emergency)]
    [InlineData("I think I'm having a heart attack.", Guard.Emergency)]
    [InlineData("My father collapsed.", Guard.Emergency)]
    [InlineData("She is not breathing.", Guard.Emergency)]
    [InlineData("There's a lot of blood.", Guard.Emergency)]
    [InlineData("I took too many pills.", Guard.Emergency)]
    [InlineData("I want to hurt myself.", Guard.Emergency)]
    [InlineData("This is an emergency.", Guard.Emergency)]
    [InlineData("It's not an emergency.", Guard.None)]
    [InlineData("Can I speak to a person?", Guard.Person)]
    [InlineData("Can I talk to a human?", Guard.Person)]
    [InlineData("I want to talk to a real person.", Guard.Person)]
    [InlineData("I'd like to speak to someone.", Guard.Person)]
    [InlineData("Let me talk to a representative.", Guard.Person)]
    [InlineData("Operator.", Guard.Person)]
    [InlineData("Representative.", Guard.Person)]
    [InlineData("Agent.", Guard.Person)]
    [InlineData("Transfer me to the front desk.", Guard.Person)]
    [InlineData("Let me speak to the nurse.", Guard.Person)]
    [InlineData("I need to talk to a nurse.", Guard.Person)]
    [InlineData("Can I talk to Dr. Patel?", Guard.Person)]
    [InlineData("A person, please.", Guard.Person)]
    [InlineData("Am I talking to a machine?", Guard.None)]
    [InlineData("I don't want to be recorded.", Guard.RecordingRefused)]
    [InlineData("Please stop calling me.", Guard.StopCalling)]
    [InlineData("Take me off your list.", Guard.StopCalling)]
    [InlineData("I need blood work.", Guard.None)]
    [InlineData("I'd like to book an appointment.", Guard.None)]
    [InlineData("Yes.", Guard.None)]
    public void Parse_WhenPhraseIsSaid_TripsItsGuard(string text, Guard expected) => Assert.Equal(expected, GuardParser.Parse(WordSplitter.Split(text)));
}
