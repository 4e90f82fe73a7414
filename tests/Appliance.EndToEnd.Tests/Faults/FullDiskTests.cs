using Appliance.Clinic;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Faults;

/// <summary>A disk that runs full in the middle of a call, on a file system of the test's own.</summary>
public class FullDiskTests
{
    [Fact]
    public async Task Serve_WhenTheDiskFillsDuringACall_HoldsTheCallAndKeepsWhatWasStored()
    {
        await using var appliance = new ServedAppliance();
        var kept = Directory.CreateDirectory(Path.Combine(appliance.Folder, "kept")).FullName;

        // A mount namespace of its own: 1.5 MB are enough to start and to record some fifteen seconds; a call is longer.
        var mount = $"mkdir -p {appliance.DataDirectory} && mount -t tmpfs -o size=1500k tmpfs {appliance.DataDirectory}";
        await using var process = appliance.LaunchBy(arguments => ChildProcess.Start(
            "unshare", ["-rm", "sh", "-c", $"trap : TERM; {mount} && dotnet \"$@\"; code=$?; cp -r {appliance.DataDirectory}/. {kept}; exit $code", "sh", .. arguments]));
        if (process.Output.Contains("unshare", StringComparison.Ordinal))
        {
            Assert.Skip("This machine lets no test mount a file system of its own (unshare -rm).");
        }

        await appliance.ReadyAsync();
        await using var sipp = Sipp(appliance);
        Assert.True(await sipp.EndAsync(TimeSpan.FromSeconds(90)) == 0, sipp.Output);
        await using var stop = ChildProcess.Start("pkill", "-TERM", "-f", $"serve --config {appliance.SettingsFile}");
        await stop.EndAsync(TimeSpan.FromSeconds(10));
        await process.EndAsync(TimeSpan.FromSeconds(60));

        Assert.Contains("No space left on device", process.Output + Logs(appliance), StringComparison.Ordinal);
        Directory.Delete(appliance.DataDirectory);
        Directory.Move(kept, appliance.DataDirectory);
        await using var store = appliance.OpenStore();
        Assert.True((await store.Audit.VerifyAsync(TestContext.Current.CancellationToken)).IsSound);
        Assert.NotEmpty(await store.Audit.ListAsync(0, 10, TestContext.Current.CancellationToken));
    }

    private static string Logs(ServedAppliance appliance) =>
        string.Concat(Directory.EnumerateFiles(appliance.LogDirectory).Select(File.ReadAllText));

    private static ChildProcess Sipp(ServedAppliance appliance) => ChildProcess.Start(
        "sipp", $"127.0.0.1:{appliance.Port}", "-i", "127.0.0.1", "-nostdin", "-m", "1", "-timeout", "80", "-timeout_error",
        "-sf", Repository.PathOf("tests", "Appliance.EndToEnd.Tests", "Peers", "long-g711.xml"));
}
