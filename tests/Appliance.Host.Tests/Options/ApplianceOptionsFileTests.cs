using System.Net;
using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Sip.Authentication;

namespace Appliance.Host.Tests.Options;

public sealed class ApplianceOptionsFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_WhenEverythingIsSet_TakesEveryValue()
    {
        var reading = Read(
            """
            {
              // Comments and trailing commas are fine.
              "dataDirectory": "d", "keyFile": "/k", "logDirectory": "l", "modelPack": "../m", "clinicProfile": "clinic.json",
              "stopGraceSeconds": 5.5,
              "sip": {
                "address": "127.0.0.2", "port": 5070, "advertisedAddress": "192.0.2.7", "realm": "clinic",
                "accounts": [ { "user": "desk1", "passwordFile": "desk1.pw", "challenge": "SHA-256" } ]
              },
              "media": { "address": "127.0.0.3", "firstPort": 30000, "lastPort": 30099 },
              "calls": { "max": 7, "record": false, "mediaTimeoutSeconds": 11, "toolTimeoutSeconds": 3, "greetingInterruptible": false },
              "speechRecognition": { "threads": 3 },
            }
            """);

        Assert.Empty(reading.Problems);
        var options = reading.Options;
        Assert.Equal(Path.Combine(_folder.Root, "d"), options.DataDirectory);
        Assert.Equal("/k", options.KeyFile);
        Assert.Equal(Path.Combine(_folder.Root, "l"), options.LogDirectory);
        Assert.Equal(Path.GetFullPath(Path.Combine(_folder.Root, "../m")), options.ModelPack);
        Assert.Equal(Path.Combine(_folder.Root, "clinic.json"), options.ClinicProfile);
        Assert.Equal(TimeSpan.FromSeconds(5.5), options.StopGrace);
        Assert.Equal((IPAddress.Parse("127.0.0.2"), 5070, IPAddress.Parse("192.0.2.7"), "clinic"), (options.Sip.Address, options.Sip.Port, options.Sip.AdvertisedAddress, options.Sip.Realm));
        var account = Assert.Single(options.Sip.Accounts);
        Assert.Equal(("desk1", Path.Combine(_folder.Root, "desk1.pw"), DigestAlgorithm.Sha256), (account.User, account.PasswordFile, account.Challenge));
        Assert.Equal((IPAddress.Parse("127.0.0.3"), 30_000, 30_099), (options.Media.Address, options.Media.FirstPort, options.Media.LastPort));
        Assert.Equal((7, 3), (options.MaxCalls, options.SttThreads));
        Assert.False(options.Session.Record);
        Assert.False(options.Session.Dialog.Conversation.RecordingNotice);
        Assert.False(options.Session.Dialog.Conversation.GreetingInterruptible);
        Assert.Equal((TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(3)), (options.Session.MediaTimeout, options.Session.ToolTimeout));
    }

    [Fact]
    public void Read_WhenAKeyIsAbsent_KeepsTheDefault()
    {
        var reading = Read("""{ "sip": { "port": 5071 } }""");
        Assert.Empty(reading.Problems);
        Assert.Equal(_folder.Options with { Sip = _folder.Options.Sip with { Port = 5071 } }, reading.Options);
    }

    [Fact]
    public void Read_WhenKeysAreUnknown_NamesEachWithItsPathAndWhatIsKnown()
    {
        var problems = Read("""{ "sip": { "prot": 5060, "accounts": [ { "user": "a", "pasword": "x" } ] }, "media": { "ports": 1 }, "color": "red" }""").Problems;
        Assert.Equal(4, problems.Length);
        Assert.Contains(problems, p => p.Contains("sip.prot is no setting; known here: accounts, address, advertisedAddress, port, realm.", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("sip.accounts[0].pasword is no setting", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("media.ports is no setting", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("settings.json: color is no setting", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhenValuesHaveTheWrongType_NamesEach()
    {
        var problems = Read(
            """
            { "dataDirectory": 5, "keyFile": " ", "stopGraceSeconds": "soon", "media": [],
              "sip": { "port": 50.5, "address": "home", "accounts": [ 1, { "challenge": "MD6" } ] }, "calls": { "record": "yes", "max": "many" } }
            """).Problems;
        foreach (var expected in (string[])[
            "dataDirectory must be a text", "keyFile is empty", "stopGraceSeconds must be a number of seconds", "media must be an object",
            "sip.port must be a whole number", "sip.address must be an IP address", "sip.accounts[0] must be an object",
            "sip.accounts[1].challenge must be MD5 or SHA-256", "calls.record must be true or false", "calls.max must be a whole number"])
        {
            Assert.Contains(problems, p => p.Contains(expected, StringComparison.Ordinal));
        }

        Assert.Equal(10, problems.Length);
    }

    [Theory]
    [InlineData("{ \"sip\": ")]
    [InlineData("[]")]
    [InlineData("{ \"sip\": {}, \"sip\": {} }")]
    public void Read_WhenTheFileIsNoSettings_NamesTheFile(string text)
    {
        var error = Assert.Throws<ApplianceException>(() => Read(text));
        Assert.Equal(ApplianceErrorReason.InvalidOptions, error.Reason);
        Assert.Contains("settings.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenTheFileIsMissing_SaysHowToGiveAnother()
    {
        var error = Assert.Throws<ApplianceException>(() => ApplianceOptionsFile.Read(Path.Combine(_folder.Root, "none.json"), _folder.Options));
        Assert.Contains("--config FILE", error.Message, StringComparison.Ordinal);
    }

    private OptionsReading Read(string json) => ApplianceOptionsFile.Read(_folder.Write("settings.json", json), _folder.Options);
}
