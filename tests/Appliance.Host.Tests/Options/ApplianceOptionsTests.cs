using System.Net;
using Appliance.Host.Failures;
using Appliance.Host.Options;

namespace Appliance.Host.Tests.Options;

public sealed class ApplianceOptionsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Problems_WhenAllIsWell_AreNone()
    {
        Assert.Empty(_folder.Options.Problems());
        Assert.Empty(ApplianceOptions.Standard(StandardFolders.Of(_ => null, "/home/box"), "/opt/appliance").Problems());
    }

    [Fact]
    public void ThrowIfWrong_WhenManyAreWrong_NamesAllOfThemTogether()
    {
        var options = _folder.Options with
        {
            MaxCalls = 0,
            SttThreads = 65,
            StopGrace = TimeSpan.FromHours(2),
            Sip = new SipOptions { Port = 70_000, AdvertisedAddress = IPAddress.Any, Realm = "a\"b", Accounts = [new SipAccountOptions("no way")] },
            Media = new MediaOptions { Address = IPAddress.Any, FirstPort = 80 },
            Session = _folder.Options.Session with { MediaTimeout = TimeSpan.Zero },
        };

        var error = Assert.Throws<ApplianceException>(() => options.ThrowIfWrong("settings.json: extra is no setting."));

        Assert.Equal(ApplianceErrorReason.InvalidOptions, error.Reason);
        foreach (var name in (string[])[
            "settings.json: extra", "calls.max", "speechRecognition.threads", "stopGraceSeconds", "sip.port", "sip.advertisedAddress",
            "sip.realm", "sip.accounts[0].user", "sip.accounts[0] needs", "media.address", "media.firstPort", "MediaTimeout"])
        {
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Problems_WhenTheKeyLiesInTheDataDirectory_SayWhyThatIsWrong()
    {
        var options = _folder.Options with { KeyFile = Path.Combine(_folder.Options.DataDirectory, "keys", "key") };
        Assert.Contains("who takes the data would have the key", Assert.Single(options.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_WhenMediaPortsAreTooFewForTheCalls_GiveBothNumbers()
    {
        var options = _folder.Options with { MaxCalls = 30, Media = new MediaOptions { FirstPort = 20_001, LastPort = 20_060 } };
        var problem = Assert.Single(options.Problems());
        Assert.Contains("room for 29 calls", problem, StringComparison.Ordinal);
        Assert.Contains("calls.max is 30", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_WhenAnAccountHasNoSecretOrTwo_NameIt()
    {
        var accounts = new SipOptions
        {
            Accounts =
            [
                new SipAccountOptions("desk1"),
                new SipAccountOptions("desk2") { PasswordFile = "p", DigestMd5 = new string('a', 32) },
                new SipAccountOptions("desk3") { DigestMd5 = "xyz", DigestSha256 = new string('0', 64) },
                new SipAccountOptions("desk3") { PasswordFile = "p" },
            ],
        };
        var problems = (_folder.Options with { Sip = accounts }).Problems();
        Assert.Equal(4, problems.Count);
        Assert.Contains(problems, problem => problem.StartsWith("sip.accounts[0] needs", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("sip.accounts[1] needs", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("sip.accounts[2].digestMd5", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("desk3 2 times", StringComparison.Ordinal));
    }

    [Fact]
    public void Reception_WhenSipListensEverywhere_NamesOneAddressForMedia()
    {
        var reception = (_folder.Options with { Sip = new SipOptions() }).Reception();
        Assert.NotEqual(IPAddress.Any, reception.MediaAddress);
        Assert.Empty(reception.Problems());
    }

    [Fact]
    public void Reception_WhenSipListensOnOneAddress_TakesItForMediaToo() =>
        Assert.Equal(IPAddress.Loopback, _folder.Options.Reception().MediaAddress);

    [Fact]
    public void WithRecording_WhenOff_LeavesTheNoticeOutToo()
    {
        var session = _folder.Options.Session.WithRecording(false);
        Assert.False(session.Record);
        Assert.False(session.Dialog.Conversation.RecordingNotice);
        Assert.True(session.WithRecording(true).Dialog.Conversation.RecordingNotice);
    }
}
