namespace Appliance.Cli.Tests.Commands;

public sealed class KeyCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Create_WhenThereIsNone_MakesAKeyForItsOwnerAloneAndItsFolderToo()
    {
        var path = Path.Combine(_folder.Root, "keys", "new");
        var outcome = await CommandFolder.RunBareAsync("key", "create", path, "--data", _folder.Data);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(path)).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.False(Directory.Exists(_folder.Data));
    }

    [Fact]
    public async Task Create_WithoutAPath_TakesTheKeyFileOfTheSettings()
    {
        File.Delete(_folder.Key);
        Assert.Equal(0, (await _folder.RunAsync("key", "create")).ExitCode);
        Assert.True(File.Exists(_folder.Key));
    }

    [Fact]
    public async Task Create_WhenThereIsOne_LeavesItAlone()
    {
        var before = File.ReadAllText(_folder.Key);
        Assert.Contains("never overwritten", (await _folder.RunAsync("key", "create")).FailsWithOneLine(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_folder.Key));
    }

    [Fact]
    public async Task Create_WhenThePathLiesInTheDataDirectory_Refuses()
    {
        var outcome = await _folder.RunAsync("key", "create", Path.Combine(_folder.Data, "key"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("who takes the data would have the key", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Data));
    }
}
