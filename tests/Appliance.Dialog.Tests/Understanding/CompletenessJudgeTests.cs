using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

public sealed class CompletenessJudgeTests
{
    [Theory]
    [InlineData(Expectation.YesNo, "Yes.", Completeness.Complete)]
    [InlineData(Expectation.YesNo, "No.", Completeness.Neutral)]
    [InlineData(Expectation.YesNo, "No, Thursday.", Completeness.Complete)]
    [InlineData(Expectation.YesNo, "No, on, um", Completeness.Unfinished)]
    [InlineData(Expectation.Phone, "555-123-4567.", Completeness.Complete)]
    [InlineData(Expectation.Phone, "555-1234.", Completeness.Neutral)]
    [InlineData(Expectation.Phone, "555-123.", Completeness.Unfinished)]
    [InlineData(Expectation.Phone, "My phone number is", Completeness.Unfinished)]
    [InlineData(Expectation.Phone, "five five five, one two", Completeness.Unfinished)]
    [InlineData(Expectation.BirthDate, "March 3rd, 1985.", Completeness.Complete)]
    [InlineData(Expectation.BirthDate, "March 3rd.", Completeness.Unfinished)]
    [InlineData(Expectation.BirthDate, "March.", Completeness.Unfinished)]
    [InlineData(Expectation.BirthDate, "March 3rd, 19.", Completeness.Unfinished)]
    [InlineData(Expectation.Name, "My name is.", Completeness.Unfinished)]
    [InlineData(Expectation.Name, "My name is Mary Smith.", Completeness.Complete)]
    [InlineData(Expectation.Name, "Mary.", Completeness.Neutral)]
    [InlineData(Expectation.Spelling, "S-M-I.", Completeness.Unfinished)]
    [InlineData(Expectation.Spelling, "S-M-I-T-H.", Completeness.Complete)]
    [InlineData(Expectation.DayAndTime, "Tuesday at 2:30.", Completeness.Complete)]
    [InlineData(Expectation.DayAndTime, "Tuesday.", Completeness.Neutral)]
    [InlineData(Expectation.DayAndTime, "On, um.", Completeness.Unfinished)]
    [InlineData(Expectation.DayAndTime, "Tuesday at", Completeness.Unfinished)]
    [InlineData(Expectation.DayAndTime, "As soon as possible.", Completeness.Complete)]
    [InlineData(Expectation.Offer, "The second one.", Completeness.Complete)]
    [InlineData(Expectation.Doctor, "Doctor.", Completeness.Unfinished)]
    [InlineData(Expectation.Doctor, "Dr. Patel.", Completeness.Complete)]
    [InlineData(Expectation.Intent, "I'd like to book an appointment.", Completeness.Neutral)]
    [InlineData(Expectation.Intent, "I'd like to book an appointment with", Completeness.Unfinished)]
    [InlineData(Expectation.Intent, "A person, please.", Completeness.Complete)]
    [InlineData(Expectation.Intent, "I'm having chest pain.", Completeness.Complete)]
    [InlineData(Expectation.Intent, "Hold on.", Completeness.Complete)]
    [InlineData(Expectation.Intent, "", Completeness.Neutral)]
    public void Judge_WhenExpecting_KnowsWhetherMoreComes(Expectation expects, string text, Completeness expected) =>
        Assert.Equal(expected, CompletenessJudge.Judge(text, new ListeningContext(expects, ClinicExample.Facts, FamilyName: "Smith")));
}
