using Appliance.Host.Failures;
using Appliance.Host.Options;

namespace Appliance.Host.Tests.Options;

public sealed class ClinicProfileFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_WithoutAFile_IsTheDemonstrationClinic() => Assert.Equal("Maple Street Clinic", ClinicProfileFile.Load(null).Name);

    [Fact]
    public void Load_WhenTheProfileIsWrong_NamesAllFaults()
    {
        var file = _folder.Write("clinic.json", """{ "name": "", "timeZone": "Mars/Olympus", "hours": [], "doctors": [], "visitTypes": [] }""");
        var error = Assert.Throws<ApplianceException>(() => ClinicProfileFile.Load(file));
        Assert.Equal(ApplianceErrorReason.InvalidProfile, error.Reason);
        foreach (var fault in (string[])["clinic.json", "name:", "timeZone:", "hours:", "doctors:", "visitTypes:"])
        {
            Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Load_WhenTheFileIsMissing_SaysHowToGiveAnother()
    {
        var error = Assert.Throws<ApplianceException>(() => ClinicProfileFile.Load(Path.Combine(_folder.Root, "none.json")));
        Assert.Equal(ApplianceErrorReason.InvalidProfile, error.Reason);
        Assert.Contains("--clinic FILE", error.Message, StringComparison.Ordinal);
    }
}
