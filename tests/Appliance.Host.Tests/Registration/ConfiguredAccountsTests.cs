using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Host.Registration;
using Appliance.Sip.Authentication;

namespace Appliance.Host.Tests.Registration;

public sealed class ConfiguredAccountsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_WhenAPasswordIsInAFile_DerivesTheDigestsOfItsFirstLine()
    {
        var options = new SipOptions { Realm = "clinic", Accounts = [new SipAccountOptions("desk1") { PasswordFile = Secret("pw", "s3cret\nnot this\n", 600) }] };
        var account = ConfiguredAccounts.Load(options).FindByUser("desk1");
        Assert.Equal(DigestAccount.FromPassword("desk1", "clinic", "s3cret"), account!.Digest);
    }

    [Fact]
    public void Load_WhenDigestsAreGiven_TakesThem()
    {
        var known = DigestAccount.FromPassword("desk2", "appliance", "x");
        var options = new SipOptions { Accounts = [new SipAccountOptions("desk2") { DigestMd5 = known.SecretMd5, DigestSha256 = known.SecretSha256, Challenge = DigestAlgorithm.Sha256 }] };
        var account = ConfiguredAccounts.Load(options).FindByDigestName("desk2")!;
        Assert.Equal((known, DigestAlgorithm.Sha256), (account.Digest, account.Challenge));
        Assert.Null(ConfiguredAccounts.Load(options).FindByUser("desk3"));
    }

    [Fact]
    public void Load_WhenPasswordFilesCannotBeUsed_NamesEachWithItsMend()
    {
        var options = new SipOptions
        {
            Accounts =
            [
                new SipAccountOptions("a") { PasswordFile = Path.Combine(_folder.Root, "none") },
                new SipAccountOptions("b") { PasswordFile = Secret("open", "x", 644) },
                new SipAccountOptions("c") { PasswordFile = Secret("empty", "\n", 600) },
            ],
        };
        var error = Assert.Throws<ApplianceException>(() => ConfiguredAccounts.Load(options));
        Assert.Contains("none is not there", error.Message, StringComparison.Ordinal);
        Assert.Contains($"chmod 600 {Path.Combine(_folder.Root, "open")}", error.Message, StringComparison.Ordinal);
        Assert.Contains("empty is empty", error.Message, StringComparison.Ordinal);
    }

    private string Secret(string name, string text, int mode)
    {
        var path = _folder.Write(name, text);
        var owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(path, mode == 600 ? owner : owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return path;
    }
}
