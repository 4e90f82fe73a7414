using Appliance.Host.Options;

namespace Appliance.Host.Tests.Options;

public sealed class StandardFoldersTests
{
    [Fact]
    public void Of_WhenNothingIsSet_TakesTheUsersOwnFolders() => Assert.Equal(
        new StandardFolders("/home/box/.local/share/appliance", "/home/box/.config/appliance/key", "/home/box/.local/state/appliance/logs"),
        StandardFolders.Of(_ => null, "/home/box"));

    [Fact]
    public void Of_WhenSystemdGivesFolders_TakesThem()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["STATE_DIRECTORY"] = "/var/lib/appliance:/var/lib/other",
            ["CREDENTIALS_DIRECTORY"] = "/run/credentials/appliance.service",
            ["LOGS_DIRECTORY"] = "/var/log/appliance",
        };
        Assert.Equal(
            new StandardFolders("/var/lib/appliance", "/run/credentials/appliance.service/appliance.key", "/var/log/appliance"),
            StandardFolders.Of(variables.GetValueOrDefault, "/root"));
    }

    [Fact]
    public void Of_Always_KeepsTheKeyOutsideTheData()
    {
        var folders = StandardFolders.Of(_ => null, "/home/box");
        Assert.False(FilePlaces.IsInside(folders.KeyFile, folders.Data));
    }

    [Theory]
    [InlineData("/a/b/c", "/a/b", true)]
    [InlineData("/a/b/../c", "/a/b", false)]
    [InlineData("/a/bc", "/a/b", false)]
    [InlineData("/a/b", "/a/b/", false)]
    public void IsInside_WhenAsked_KnowsFoldersFromPrefixes(string path, string folder, bool expected) =>
        Assert.Equal(expected, FilePlaces.IsInside(path, folder));

    [Fact]
    public void RootAbove_WhenBelowACheckout_FindsItsModels()
    {
        Assert.Equal(Repository.Root, Installation.RootAbove(AppContext.BaseDirectory));
        Assert.Equal("/proc/self", Installation.RootAbove("/proc/self"));
    }
}
