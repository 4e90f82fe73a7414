using Appliance.Store.Keys;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Keys;

public sealed class KeyFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_WhenNew_IsForTheOwnerOnlyAndRandom()
    {
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_folder.Options.KeyFile));
        var other = Path.Combine(_folder.Root, "other");
        KeyFile.Create(other);
        Assert.NotEqual(File.ReadAllText(other), File.ReadAllText(_folder.Options.KeyFile));
        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(other).Trim()).Length);
    }

    [Fact]
    public void Create_WhenFileIsThere_KeepsIt()
    {
        var before = File.ReadAllText(_folder.Options.KeyFile);
        var error = Assert.Throws<StoreException>(() => KeyFile.Create(_folder.Options.KeyFile));
        Assert.Equal(StoreErrorReason.KeyFileExists, error.Reason);
        Assert.Equal(before, File.ReadAllText(_folder.Options.KeyFile));
    }

    [Fact]
    public async Task Open_WhenKeyIsAnother_TouchesNothing()
    {
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        var before = Files();
        var right = _folder.Options;
        _folder.Options = right with { KeyFile = Path.Combine(_folder.Root, "wrong") };
        KeyFile.Create(_folder.Options.KeyFile);
        Assert.Equal(StoreErrorReason.WrongKey, _folder.ReasonToRefuse());
        Assert.Equal(before, Files());
        _folder.Options = right;
        Assert.Single(await _folder.WithStoreAsync(store => AllAsync(store.OpenBook(Profile))));
    }

    [Fact]
    public async Task Open_WhenKeyFileIsGone_SaysSoAndMakesNone()
    {
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        File.Delete(_folder.Options.KeyFile);
        var error = Assert.Throws<StoreException>(() => _folder.Open());
        Assert.Equal(StoreErrorReason.KeyFileMissing, error.Reason);
        Assert.Contains(_folder.Options.KeyFile, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Options.KeyFile));
    }

    [Fact]
    public void Open_WhenKeyLiesInsideTheData_IsRefused()
    {
        Directory.CreateDirectory(_folder.Options.DataDirectory);
        var inside = Path.Combine(_folder.Options.DataDirectory, "key");
        KeyFile.Create(inside);
        _folder.Options = _folder.Options with { KeyFile = Path.Combine(_folder.Root, "data", "..", "data", "key") };
        Assert.Equal(StoreErrorReason.KeyFileInsideDataDirectory, _folder.ReasonToRefuse());

        // Neither a link to the key nor a link to its folder hides where it lies.
        var link = Path.Combine(_folder.Root, "link");
        File.CreateSymbolicLink(link, inside);
        _folder.Options = _folder.Options with { KeyFile = link };
        Assert.Equal(StoreErrorReason.KeyFileInsideDataDirectory, _folder.ReasonToRefuse());
        var folderLink = Path.Combine(_folder.Root, "folder");
        Directory.CreateSymbolicLink(folderLink, _folder.Options.DataDirectory);
        _folder.Options = _folder.Options with { KeyFile = Path.Combine(folderLink, "key") };
        Assert.Equal(StoreErrorReason.KeyFileInsideDataDirectory, _folder.ReasonToRefuse());
    }

    [Fact]
    public async Task Open_WhenDataFolderOnlyBeginsWithTheSameName_IsFine()
    {
        var beside = Directory.CreateDirectory(_folder.Options.DataDirectory + "-keys");
        _folder.Options = _folder.Options with { KeyFile = Path.Combine(beside.FullName, "key") };
        KeyFile.Create(_folder.Options.KeyFile);
        Assert.True((await _folder.WithStoreAsync(store => store.Audit.VerifyAsync(CancellationToken.None))).IsSound);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void Open_WhenOthersMayUseTheKey_IsRefused(UnixFileMode mode)
    {
        File.SetUnixFileMode(_folder.Options.KeyFile, OwnerOnly | mode);
        Assert.Equal(StoreErrorReason.KeyFileTooOpen, _folder.ReasonToRefuse());
        Assert.False(Directory.Exists(_folder.Options.DataDirectory));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("AAAA")]
    public void Open_WhenKeyIsMalformed_IsRefused(string text)
    {
        File.WriteAllText(_folder.Options.KeyFile, text);
        var error = Assert.Throws<StoreException>(() => _folder.Open());
        Assert.Equal(StoreErrorReason.KeyFileMalformed, error.Reason);
    }

    [Fact]
    public void Derive_WhenPurposesDiffer_GivesDifferentKeys()
    {
        using var master = new MasterKey(new byte[32]);
        var keys = Enum.GetValues<KeyPurpose>().Select(purpose => Convert.ToHexString(master.Derive(purpose))).ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }

    private Dictionary<string, string> Files() => Directory.GetFiles(_folder.Options.DataDirectory, "*", SearchOption.AllDirectories)
        .ToDictionary(path => path, path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), StringComparer.Ordinal);
}
