namespace Appliance.Cli.Tests.Commands;

public sealed class ModelsCommandTests : IDisposable
{
    private const string Detector = "vad/silero_vad_v5.onnx";

    private readonly CommandFolder _folder = new();
    private readonly string _pack;

    public ModelsCommandTests()
    {
        var source = Repository.PathOf("models", "mini");
        _pack = Path.Combine(_folder.Root, "models", "mini");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_pack, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_WhenThereArePacks_SaysWhichIsInUseAndSound()
    {
        var packs = (await _folder.RunAsync("models", "list", "--json")).Json.EnumerateArray().ToArray();
        Assert.Equal(["mini", "standard"], packs.Select(pack => pack.GetProperty("name").GetString()));
        Assert.Equal([true, false], packs.Select(pack => pack.GetProperty("inUse").GetBoolean()));
        Assert.True(packs[0].GetProperty("sound").GetBoolean());
        var table = await _folder.RunAsync("models", "list");
        Assert.Equal(0, table.ExitCode);
        Assert.Contains("whisper-onnx", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenTheFolderOfPacksIsGiven_ListsThem()
    {
        var outcome = await _folder.RunAsync("models", "list", "--json", "--models", Path.GetDirectoryName(_pack)!);
        Assert.Equal("mini", Assert.Single(outcome.Json.EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Verify_WhenAllFilesAreRight_ExitsWith0()
    {
        var outcome = await _folder.RunAsync("models", "verify", "--models", _pack);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("all 4 files are what they should be", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WhenAFileIsDamaged_ExitsWith1AndNamesFileStageAndMend()
    {
        await using (var stream = File.Open(Path.Combine(_pack, Detector), FileMode.Open))
        {
            stream.Position = 1_000;
            var value = stream.ReadByte();
            stream.Position = 1_000;
            stream.WriteByte((byte)~value);
        }

        var line = (await _folder.RunAsync("models", "verify", "mini", "--models", _pack)).FailsWithOneLine();
        Assert.Contains($"vad: models/mini/{Detector} is damaged", line, StringComparison.Ordinal);
        Assert.Contains("Mend: ", line, StringComparison.Ordinal);
        var json = await _folder.RunAsync("models", "verify", "--json", "--models", _pack);
        Assert.Equal(1, json.ExitCode);
        var problem = Assert.Single(Assert.Single(json.Json.EnumerateArray()).GetProperty("problems").EnumerateArray());
        Assert.Equal(("vad", "Damaged"), (problem.GetProperty("stage").GetString(), problem.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Import_WhenThePackLiesElsewhere_IsNamedByItsPlaceInTheMend()
    {
        var elsewhere = Path.Combine(_folder.Root, "elsewhere");
        Directory.Move(_pack, elsewhere);
        var stick = Directory.CreateDirectory(Path.Combine(_folder.Root, "stick")).FullName;
        File.Move(Path.Combine(elsewhere, Detector), Path.Combine(stick, "silero_vad_v5.onnx"));

        var line = (await _folder.RunAsync("models", "verify", "--models", elsewhere)).FailsWithOneLine();
        var mend = line.Split("Mend: appliance ")[1].Replace("FOLDER", stick, StringComparison.Ordinal).Split(' ');
        Assert.Equal(["models", "import", stick, "--models", elsewhere], mend);

        Assert.Equal(0, (await _folder.RunAsync([.. mend, "--stage", "vad"])).ExitCode);
        Assert.Equal(0, (await _folder.RunAsync("models", "verify", "--models", elsewhere)).ExitCode);
    }

    [Fact]
    public async Task Verify_WhenThereIsNoSuchPack_NamesThoseThatAreThere() =>
        Assert.Contains("there are: mini.", (await _folder.RunAsync("models", "verify", "maxi", "--models", _pack)).FailsWithOneLine(), StringComparison.Ordinal);

    [Fact]
    public async Task Import_WhenTheStickHoldsTheFile_MendsThePack()
    {
        var stick = Directory.CreateDirectory(Path.Combine(_folder.Root, "stick", "deep")).FullName;
        File.Move(Path.Combine(_pack, Detector), Path.Combine(stick, Path.GetFileName(Detector)));
        Assert.Equal(1, (await _folder.RunAsync("models", "verify", "--models", _pack)).ExitCode);

        var outcome = await _folder.RunAsync("models", "import", Path.GetDirectoryName(stick)!, "--pack", "mini", "--stage", "vad", "--models", _pack);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains($"[1/1] {Detector}", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _folder.RunAsync("models", "verify", "--models", _pack)).ExitCode);
    }

    [Fact]
    public async Task Import_WhenTheStickLacksAFile_ChangesNothingAndNamesIt()
    {
        File.Delete(Path.Combine(_pack, Detector));
        var stick = Directory.CreateDirectory(Path.Combine(_folder.Root, "stick")).FullName;
        var outcome = await _folder.RunAsync("models", "import", stick, "--models", _pack);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("silero_vad_v5.onnx", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_pack, Detector)));
    }
}
