using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Appliance.Clinic;
using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Peers;

/// <summary>sipp (https://sipp.readthedocs.io) calls the appliance.</summary>
public class SippTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Serve_WhenSippsBuiltInCallerCalls_HoldsAndEndsEachCall()
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        await using var sipp = Sipp(appliance, "-sn", "uac", "-m", "3", "-r", "1", "-d", "2000");

        Assert.True(await sipp.EndAsync(Patience) == 0, sipp.Output);
        Assert.Equal(0, await appliance.StopAsync());
        await using var store = appliance.OpenStore();
        Assert.Equal(3, (await Calls(store)).Count);
    }

    [Fact]
    public async Task Serve_WhenSippPlaysG711AndAKey_HearsBoth()
    {
        await using var appliance = new ServedAppliance();
        await appliance.StartAsync();
        var scenario = Repository.PathOf("tests", "Appliance.EndToEnd.Tests", "Peers", "g711-and-key.xml");
        await using var sipp = Sipp(appliance, "-sf", scenario, "-m", "1");

        Assert.True(await sipp.EndAsync(Patience) == 0, sipp.Output);
        Assert.Equal(0, await appliance.StopAsync());
        await using var store = appliance.OpenStore();
        var summary = Assert.Single(await Calls(store));
        var call = await store.Calls.LoadAsync(summary.Id, Actor.System("test"), TestContext.Current.CancellationToken);

        // Key 0 asks for a person; nobody can be put through, so a callback is offered.
        Assert.Contains(call!.Turns, turn => turn.Text.Contains("call you back", StringComparison.Ordinal));
        await using var recording = await store.Recordings.OpenReadAsync(summary.Id, Actor.System("test"), TestContext.Current.CancellationToken);
        using var wav = new MemoryStream();
        await recording.CopyWavToAsync(wav, TestContext.Current.CancellationToken);
        Assert.True(LoudestOfCaller(wav.ToArray()) > 1_000, "The sound that sipp played is not in the recording.");
    }

    // Left channel of 16-bit stereo after a header of 44 bytes.
    private static int LoudestOfCaller(byte[] wav)
    {
        var loudest = 0;
        for (var i = 44; i + 3 < wav.Length; i += 4)
        {
            loudest = Math.Max(loudest, Math.Abs((int)BitConverter.ToInt16(wav, i)));
        }

        return loudest;
    }

    private static Task<IReadOnlyList<Store.Calls.CallSummary>> Calls(Store.ApplianceStore store) => store.Calls.ListAsync(
        DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1), 10, Actor.System("test"), TestContext.Current.CancellationToken);

    private static ChildProcess Sipp(ServedAppliance appliance, params string[] arguments)
    {
        using var free = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)free.LocalEndPoint!).Port;
        free.Close();
        return ChildProcess.Start("sipp",
        [
            $"127.0.0.1:{appliance.Port}", "-i", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-s", "clinic",
            "-nostdin", "-timeout", "50", "-timeout_error", .. arguments,
        ]);
    }
}
