using System.Net;
using System.Net.Sockets;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Faults;

/// <summary>What keeps the appliance from starting is said in words, with the mend, and destroys nothing.</summary>
public class StartFaultTests
{
    [Fact]
    public async Task Serve_WhenThePortIsTaken_NamesIt()
    {
        await using var appliance = new ServedAppliance();
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, appliance.Port));

        var said = await FailAsync(appliance);

        Assert.Contains($"{appliance.Port}", said, StringComparison.Ordinal);
        Assert.Contains("in use", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WithAnotherKey_RefusesAndLeavesTheStoreAsItWas()
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        Assert.Equal(0, await appliance.StopAsync());
        var right = await File.ReadAllBytesAsync(appliance.KeyPath, TestContext.Current.CancellationToken);
        File.Delete(appliance.KeyPath);
        Store.Keys.KeyFile.Create(appliance.KeyPath);

        var said = await FailAsync(appliance);
        Assert.Contains("key", said, StringComparison.OrdinalIgnoreCase);

        await File.WriteAllBytesAsync(appliance.KeyPath, right, TestContext.Current.CancellationToken);
        await using var store = appliance.OpenStore();
        Assert.True((await store.Audit.VerifyAsync(TestContext.Current.CancellationToken)).IsSound);
    }

    [Fact]
    public async Task Serve_WithoutAKey_SaysHowToMakeOne()
    {
        await using var appliance = new ServedAppliance();
        File.Delete(appliance.KeyPath);

        var said = await FailAsync(appliance);

        Assert.Contains(appliance.KeyPath, said, StringComparison.Ordinal);
        Assert.Contains("key create", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenTheVoiceDetectorsFileIsDamaged_NamesFileStageAndMend()
    {
        var pack = CopyPack();
        await using var appliance = new ServedAppliance(("modelPack", pack));
        var file = Path.Combine(pack, "vad", "silero_vad_v5.onnx");
        await FlipAsync(file);

        var said = await FailAsync(appliance);

        Assert.Contains("silero_vad_v5.onnx", said, StringComparison.Ordinal);
        Assert.Contains("vad", said, StringComparison.Ordinal);
        Assert.Contains($"Mend: appliance models import FOLDER --models {pack}", said, StringComparison.Ordinal);
        Directory.Delete(pack, recursive: true);
    }

    [Fact]
    public async Task Serve_WhenTheRecognisersFileIsDamaged_StartsWithoutItAndSaysSo()
    {
        var pack = CopyPack();
        await using var appliance = new ServedAppliance(("modelPack", pack));
        await FlipAsync(Path.Combine(pack, "whisper", "encoder.onnx"));

        await appliance.StartAsync();

        Assert.Contains("encoder.onnx", appliance.Process.Output, StringComparison.Ordinal);
        Assert.Equal(0, await appliance.StopAsync());
        Directory.Delete(pack, recursive: true);
    }

    [Fact]
    public async Task Serve_WhenTheNativeLibrariesAreMissing_SaysWhatToRun()
    {
        await using var appliance = new ServedAppliance();
        var empty = Directory.CreateDirectory(Path.Combine(appliance.Folder, "empty")).FullName;
        await using var process = appliance.LaunchBy(arguments =>
            ChildProcess.Start("env", [$"{Inference.Interop.NativeLibraries.FolderVariable}={empty}", "dotnet", .. arguments]));

        Assert.Equal(1, await process.EndAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("setup.sh", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    private static async Task<string> FailAsync(ServedAppliance appliance)
    {
        await using var process = appliance.Launch();
        var code = await process.EndAsync(TimeSpan.FromSeconds(60));
        Assert.True(code == 1, $"exit code {code}: {process.Output}");
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        return process.Output;
    }

    private static string CopyPack()
    {
        var source = Repository.PathOf("models", "mini");
        var target = Directory.CreateTempSubdirectory("appliance-pack-").FullName;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    private static async Task FlipAsync(string file)
    {
        await using var stream = File.Open(file, FileMode.Open);
        stream.Position = stream.Length / 2;
        var value = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)~value);
    }
}
