using Appliance.Dialog.Tests.Driving;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Tests.Understanding;

/// <summary>The doctors are Patel, Chen and Garcia.</summary>
public sealed class DoctorParserTests
{
    [Theory]
    [InlineData("Dr. Patel.", Expectation.Intent, "d-patel")]
    [InlineData("doctor patel", Expectation.Intent, "d-patel")]
    [InlineData("I need to see Doctor Chen for a checkup.", Expectation.Intent, "d-chen")]
    [InlineData("Dr. Pattel", Expectation.Intent, "d-patel")]
    [InlineData("Dr. Garsia", Expectation.Intent, "d-garcia")]
    [InlineData("Patel, please.", Expectation.Doctor, "d-patel")]
    [InlineData("Is Dr. Chen's office open", Expectation.Intent, "d-chen")]
    [InlineData("Not Dr. Patel, Dr. Chen.", Expectation.Intent, "d-chen")]
    public void Parse_WhenDoctorExists_IsThatOne(string text, Expectation expects, string id) =>
        Assert.Equal(id, DoctorParser.Parse(WordSplitter.Split(text), ClinicExample.Facts, expects)?.DoctorId);

    [Theory]
    [InlineData("Any doctor is fine.")]
    [InlineData("Anyone is fine.")]
    [InlineData("It doesn't matter.")]
    [InlineData("No preference.")]
    public void Parse_WhenAnyWillDo_SaysSo(string text) =>
        Assert.True(DoctorParser.Parse(WordSplitter.Split(text), ClinicExample.Facts, Expectation.Doctor)?.Any);

    [Fact]
    public void Parse_WhenDoctorIsNotHere_NamesNoneOfOurs()
    {
        var reading = DoctorParser.Parse(WordSplitter.Split("Dr. Washington"), ClinicExample.Facts, Expectation.Doctor);
        Assert.Null(reading?.DoctorId);
        Assert.Equal("Washington", reading?.Unknown);
    }

    [Theory]
    [InlineData("My name is Priya Patel.")]
    [InlineData("Yes.")]
    public void Parse_WhenNoDoctorIsMeant_IsNull(string text) => Assert.Null(DoctorParser.Parse(WordSplitter.Split(text), ClinicExample.Facts, Expectation.Name));
}
