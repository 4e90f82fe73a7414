using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Appliance.Host.Diagnosis;
using Appliance.Host.Options;
using Appliance.Inference.Interop;
using Appliance.Store.Keys;

namespace Appliance.Host.Tests.Diagnosis;

public sealed class DoctorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_WhenAllIsWell_FindsNoFailureAndChangesNothing()
    {
        var findings = await RunAsync();
        Assert.DoesNotContain(findings, finding => finding.State == FindingState.Fail);
        Assert.Equal(["settings", "libraries", "models", "clinic", "key", "data", "logs", "store", "ports", "disk", "machine", "clock"], findings.Select(f => f.Area).Distinct());
        Assert.False(Directory.Exists(_folder.Options.DataDirectory), "The doctor made the data directory.");
        Assert.Equal(["key"], Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task RunAsync_WhenLibrariesAreThere_GivesTheirVersions()
    {
        var libraries = (await RunAsync()).Where(finding => finding.Area == "libraries").ToArray();
        Assert.Equal(4, libraries.Length);
        Assert.All(libraries, finding => Assert.Equal(FindingState.Ok, finding.State));
        Assert.Contains(libraries, finding => finding.What.Contains("libonnxruntime.so.1 1.30.0", StringComparison.Ordinal));
        Assert.Contains(libraries, finding => finding.What.StartsWith("libsqlite3.so.0 3.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_WhenALibraryIsMissing_NamesItItsStagesAndTheMend()
    {
        var findings = await Doctor.RunAsync(_folder.Options, new NativeLibraryLocator([_folder.Root]), TimeProvider.System, TestContext.Current.CancellationToken);
        var onnx = Assert.Single(findings, finding => finding is { Area: "libraries", State: FindingState.Fail });
        Assert.Contains("libonnxruntime.so.1 (stage vad, stt, tts)", onnx.What, StringComparison.Ordinal);
        Assert.Contains("scripts/setup.sh", onnx.Mend, StringComparison.Ordinal);
        var llama = Assert.Single(findings, finding => finding is { Area: "libraries", State: FindingState.Warn });
        Assert.Contains("libllama", llama.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vad/silero_vad_v5.onnx", "vad: ")]
    [InlineData("whisper/decoder.onnx", "stt: ")]
    public async Task RunAsync_WhenAModelIsDamaged_NamesFileStageAndMend(string file, string stage)
    {
        _folder.Options = _folder.Options with { ModelPack = _folder.CopyPackWithDamaged(file) };
        var finding = Assert.Single(await FailuresAsync());
        Assert.Equal("models", finding.Area);
        Assert.StartsWith(stage, finding.What, StringComparison.Ordinal);
        Assert.Contains($"{file} is damaged", finding.What, StringComparison.Ordinal);
        Assert.NotNull(finding.Mend);
    }

    [Fact]
    public async Task RunAsync_WhenThePackIsMissing_NamesTheFolder()
    {
        _folder.Options = _folder.Options with { ModelPack = Path.Combine(_folder.Root, "nothing") };
        var finding = Assert.Single(await FailuresAsync());
        Assert.Equal("models", finding.Area);
        Assert.Contains(_folder.Options.ModelPack, finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenOthersMayReadTheKey_GivesTheChmod()
    {
        File.SetUnixFileMode(_folder.Options.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var finding = Assert.Single(await FailuresAsync());
        Assert.Equal(("key", $"chmod 600 {_folder.Options.KeyFile}"), (finding.Area, finding.Mend));
        Assert.Contains("GroupRead", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenTheKeyIsMissing_SaysHowToMakeOne()
    {
        File.Delete(_folder.Options.KeyFile);
        var finding = Assert.Single(await FailuresAsync());
        Assert.Contains($"appliance key create {_folder.Options.KeyFile}", finding.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all")]
    public async Task RunAsync_WhenTheKeyFileHoldsNoKey_SaysSo(string text)
    {
        await File.WriteAllTextAsync(_folder.Options.KeyFile, text, TestContext.Current.CancellationToken);
        Assert.Contains("base64 for 32 bytes", Assert.Single(await FailuresAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenTheKeyLiesInTheDataDirectory_FailsForItAloneAndLeavesTheRestReadable()
    {
        Directory.CreateDirectory(_folder.Options.DataDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var inside = Path.Combine(_folder.Options.DataDirectory, "key");
        KeyFile.Create(inside);
        _folder.Options = _folder.Options with { KeyFile = inside };
        var failures = await FailuresAsync();
        Assert.Contains(failures, finding => finding.Area == "key" && finding.What.Contains("inside the data directory", StringComparison.Ordinal));
        Assert.All(failures, finding => Assert.True(finding.Area is "key" or "settings", finding.ToString()));
    }

    [Theory]
    [InlineData(SocketType.Dgram, "UDP")]
    [InlineData(SocketType.Stream, "TCP")]
    public async Task RunAsync_WhenAnotherProgramHoldsThePort_NamesItAndHowToFindTheProgram(SocketType type, string protocol)
    {
        using var other = new Socket(AddressFamily.InterNetwork, type, type == SocketType.Dgram ? ProtocolType.Udp : ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (type == SocketType.Stream)
        {
            other.Listen();
        }

        var port = ((IPEndPoint)other.LocalEndPoint!).Port;
        _folder.Options = _folder.Options with { Sip = _folder.Options.Sip with { Port = port } };
        var finding = Assert.Single(await FailuresAsync());
        Assert.Contains($"SIP {protocol} 127.0.0.1:{port} is in use", finding.What, StringComparison.Ordinal);
        Assert.Contains($"ss -lnp | grep :{port}", finding.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenAllMediaPortsAreTaken_SaysHowManyAreFree()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var even = ((IPEndPoint)other.LocalEndPoint!).Port & ~1;
        _folder.Options = _folder.Options with { MaxCalls = 1, Media = new MediaOptions { FirstPort = even, LastPort = even + 1 } };
        Assert.Contains("0 of 1 port pairs", Assert.Single(await FailuresAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenThereIsAStore_OpensItAndVerifiesItsAudit()
    {
        await using (var store = _folder.OpenStore())
        {
            await store.Audit.AppendAsync(Clinic.Actor.System("test"), Store.Audit.AuditAction.SettingsChanged, "one", TestContext.Current.CancellationToken);
        }

        var finding = Assert.Single(await RunAsync(), finding => finding.Area == "store");
        Assert.Equal(FindingState.Ok, finding.State);
        Assert.Contains("1 audit entries and 1 checkpoints are sound", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenTheStoreWasSealedWithAnotherKey_SaysSo()
    {
        await _folder.OpenStore().DisposeAsync();
        File.Delete(_folder.Options.KeyFile);
        KeyFile.Create(_folder.Options.KeyFile);
        var finding = Assert.Single(await FailuresAsync());
        Assert.Equal("store", finding.Area);
        Assert.Contains("not the one that these data were sealed with", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenTheDataDirectoryIsOpenToOthers_WarnsWithTheChmod()
    {
        Directory.CreateDirectory(_folder.Options.DataDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
        var finding = Assert.Single(await RunAsync(), finding => finding.Area == "data");
        Assert.Equal((FindingState.Warn, $"chmod 700 {_folder.Options.DataDirectory}"), (finding.State, finding.Mend));
    }

    [Fact]
    public async Task RunAsync_WhenTheDataDirectoryIsAFile_SaysSo()
    {
        await File.WriteAllTextAsync(_folder.Options.DataDirectory, "", TestContext.Current.CancellationToken);
        Assert.Contains(await FailuresAsync(), finding => finding.Area == "data" && finding.What.Contains("is a file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_WhenTheLogDirectoryIsAFile_SaysSo()
    {
        _folder.Options = _folder.Options with { LogDirectory = _folder.Write("logs", "") };
        Assert.Equal("logs", Assert.Single(await FailuresAsync()).Area);
    }

    [Fact]
    public async Task RunAsync_WhenTheProfileIsWrong_NamesItsFaults()
    {
        _folder.Options = _folder.Options with { ClinicProfile = _folder.Write("clinic.json", "{}") };
        var finding = Assert.Single(await FailuresAsync());
        Assert.Equal("clinic", finding.Area);
        Assert.Contains("timeZone", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenSettingsAreWrong_NamesEach()
    {
        _folder.Options = _folder.Options with { MaxCalls = 0, SttThreads = -1 };
        Assert.Equal(2, (await FailuresAsync()).Count(finding => finding.Area == "settings"));
    }

    private async Task<Finding[]> FailuresAsync() => [.. (await RunAsync()).Where(finding => finding.State == FindingState.Fail)];

    private Task<ImmutableArray<Finding>> RunAsync() => Doctor.RunAsync(_folder.Options, TimeProvider.System, TestContext.Current.CancellationToken);
}
