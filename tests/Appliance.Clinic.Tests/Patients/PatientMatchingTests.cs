using Appliance.Clinic.Patients;
using Appliance.Clinic.Patients.Rules;

namespace Appliance.Clinic.Tests.Patients;

public sealed class PatientMatchingTests
{
    [Theory]
    [InlineData("Maria Lopez", "  maria   LOPEZ ", true)]
    [InlineData("O'Neil-Smith", "ONeil Smith", true)]
    [InlineData("Zoë Müller", "ZOË MÜLLER", true)]
    [InlineData("Maria Lopez", "Mario Lopez", false)]
    [InlineData("Ann Abel", "Anna Bel", false)]
    public void Name_WhenWrittenDifferently_IsComparedBySound(string left, string right, bool same)
    {
        Assert.Equal(same, PatientMatching.Name(left) == PatientMatching.Name(right));
    }

    [Theory]
    [InlineData("(555) 010-4477", "5550104477")]
    [InlineData("+1 555 010 4477", "5550104477")]
    [InlineData("+49 30 1234567", "49301234567")]
    public void Phone_WhenWrittenDifferently_IsComparedByDigits(string phone, string expected)
    {
        Assert.Equal(expected, PatientMatching.Phone(phone));
    }

    [Theory]
    [InlineData("Maria", "5550104477", 1980, true)]
    [InlineData("", "5550104477", 1980, false)]
    [InlineData("12", "5550104477", 1980, false)]
    [InlineData("Maria", "12345", 1980, false)]
    [InlineData("Maria", "5550104477", 2027, false)]
    [InlineData("Maria", "5550104477", 1850, false)]
    public void PatientCanBeFoundAgain_WhenSomethingIsMissing_IsNotMet(string name, string phone, int year, bool expected)
    {
        var details = new PatientDetails(name, new DateOnly(year, 1, 1), phone);
        Assert.Equal(expected, PatientCanBeFoundAgain.IsMetBy(details, new DateOnly(2026, 11, 20)));
    }

    [Fact]
    public void ToString_WhenPersonal_SaysNothing()
    {
        var details = new PatientDetails("Maria Lopez", new DateOnly(1980, 1, 1), "5550104477");
        Assert.Equal("PatientDetails", details.ToString());
        Assert.DoesNotContain("Lopez", new Patient(PatientId.New(), details).ToString(), StringComparison.Ordinal);
    }
}
