using Appliance.Inference.Interop;

namespace Appliance.Inference.Tests.Interop;

public sealed class NativeLibrariesTests : IDisposable
{
    private static readonly NativeLibraryFile File = new("libexample.so.1", "example/bin/libexample.so.1", "stt");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Locate_WhenFolderIsChosen_SearchesItAlone() =>
        Assert.Equal(["/chosen"], NativeLibraries.Locate("/chosen", AppContext.BaseDirectory).Folders);

    [Fact]
    public void Locate_WhenNothingIsChosen_SearchesBesideTheExecutableFirst()
    {
        var folders = NativeLibraries.Locate(null, AppContext.BaseDirectory).Folders;

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "native"), folders[0]);
        Assert.Equal(Repository.PathOf("src", "Appliance.Inference", "native"), folders[1]);
    }

    [Theory]
    [InlineData("libexample.so.1")]
    [InlineData("example/bin/libexample.so.1")]
    [InlineData("node_modules/example/bin/libexample.so.1")]
    public void Find_WhenFileLiesInAKnownPlace_GivesItsPath(string place)
    {
        var path = Path.Combine(_folder.FullName, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, []);

        Assert.Equal(path, new NativeLibraryLocator(["/absent", _folder.FullName]).Find(File));
    }

    [Fact]
    public void Find_WhenFileIsAbsent_GivesNull() =>
        Assert.Null(new NativeLibraryLocator([_folder.FullName]).Find(File));
}
