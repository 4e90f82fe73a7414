using System.Net;
using System.Net.Sockets;
using Appliance.Clinic;
using Appliance.Host.Failures;
using Appliance.Host.Running;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.UserAgent;
using Appliance.Store.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Host.Tests.Running;

public sealed class ApplianceRuntimeTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StartAsync_WhenAllIsWell_AnswersOptionsOnUdpAndTcp()
    {
        await using var runtime = await StartAsync();
        await using var phone = await PhoneAsync();
        Assert.Equal([IPAddress.Loopback, IPAddress.Loopback], runtime.SipEndPoints.Select(endPoint => endPoint.Address));
        Assert.Equal(200, (await phone.OptionsAsync(Uri(runtime.SipEndPoints[0]), Cancellation)).Status);
        var overTcp = Uri(runtime.SipEndPoints[1]);
        Assert.Equal(200, (await phone.OptionsAsync(overTcp with { Parameters = overTcp.Parameters.With("transport", "tcp") }, Cancellation)).Status);
    }

    [Fact]
    public async Task StopAsync_WhenNoCallIsHeld_EndsAtOnceFreesThePortAndSealsTheAudit()
    {
        var runtime = await StartAsync();
        var endPoint = runtime.SipEndPoints[0];
        await runtime.Store.Audit.AppendAsync(Actor.System("test"), Store.Audit.AuditAction.SettingsChanged, "one", Cancellation);
        await runtime.StopAsync(TimeSpan.FromMinutes(5), Cancellation).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation);
        await runtime.StopAsync(TimeSpan.FromMinutes(5), Cancellation);

        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(endPoint);
        await using var store = _folder.OpenStore();
        var audit = await store.Audit.VerifyAsync(Cancellation);
        Assert.True(audit.IsSound);
        Assert.Equal((1, 1), (audit.Entries, audit.Checkpoints));
    }

    [Fact]
    public async Task StopAsync_WhenACallIsHeld_RefusesNewOnesAndWaitsForItsEnd()
    {
        await using var runtime = await StartAsync();
        await using var phone = await PhoneAsync();
        var call = (await CallAsync(phone, runtime)).Call!;

        var stop = runtime.StopAsync(TimeSpan.FromMinutes(5), Cancellation);
        Assert.Equal(503, (await CallAsync(phone, runtime)).Status);
        Assert.Equal(1, runtime.Reception.ActiveCalls);
        Assert.False(stop.IsCompleted);
        await call.ByeAsync();
        await stop.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation);

        Assert.Equal("abandoned", Assert.Single(await StoredOutcomesAsync()));
    }

    [Fact]
    public async Task StopAsync_WhenToldToStopAtOnce_HangsUpAndStillSavesTheRecord()
    {
        await using var runtime = await StartAsync();
        await using var phone = await PhoneAsync();
        var call = (await CallAsync(phone, runtime)).Call!;
        await UntilRecordedAsync(runtime);
        using var atOnce = new CancellationTokenSource();

        var stop = runtime.StopAsync(TimeSpan.FromMinutes(5), atOnce.Token);
        await atOnce.CancelAsync();
        await stop.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation);

        Assert.Equal(SipCallEnd.Remote, await call.Ended.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Cancellation));
        Assert.Single(await StoredOutcomesAsync());
    }

    [Fact]
    public async Task StartAsync_WithAnotherKey_SaysSoAndTouchesNothing()
    {
        await _folder.OpenStore().DisposeAsync();
        var before = await File.ReadAllBytesAsync(Path.Combine(_folder.Options.DataDirectory, "appliance.db"), Cancellation);
        File.Delete(_folder.Options.KeyFile);
        KeyFile.Create(_folder.Options.KeyFile);

        var error = await RefusedAsync();

        Assert.Equal(ApplianceErrorReason.WrongKey, error.Reason);
        Assert.Contains("--key FILE", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_folder.Options.DataDirectory, "appliance.db"), Cancellation));
    }

    [Fact]
    public async Task StartAsync_WhenTheDatabaseIsDamaged_SaysSo()
    {
        await _folder.OpenStore().DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.Options.DataDirectory, "appliance.db"), new string('x', 8_192), Cancellation);
        Assert.Equal(ApplianceErrorReason.StoreDamaged, (await RefusedAsync()).Reason);
    }

    [Theory]
    [InlineData(SocketType.Dgram, ProtocolType.Udp)]
    [InlineData(SocketType.Stream, ProtocolType.Tcp)]
    public async Task StartAsync_WhenThePortIsTaken_NamesItAndClosesEverythingAgain(SocketType type, ProtocolType protocol)
    {
        using var other = new Socket(AddressFamily.InterNetwork, type, protocol);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (type == SocketType.Stream)
        {
            other.Listen();
        }

        var port = ((IPEndPoint)other.LocalEndPoint!).Port;
        _folder.Options = _folder.Options with { Sip = _folder.Options.Sip with { Port = port } };

        var error = await RefusedAsync();

        Assert.Equal(ApplianceErrorReason.PortInUse, error.Reason);
        Assert.Contains($"port {port}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(OpenFiles(), file => file.StartsWith(_folder.Root, StringComparison.Ordinal));
        other.Dispose();
        await using var runtime = await StartAsync();
        Assert.Equal(port, runtime.SipEndPoints[0].Port);
        Assert.Contains(OpenFiles(), file => file.StartsWith(_folder.Root, StringComparison.Ordinal));
    }

    [Fact]
    public async Task StartAsync_WhenTheAddressIsNotOurs_SaysSo()
    {
        _folder.Options = _folder.Options with { Sip = _folder.Options.Sip with { Address = IPAddress.Parse("192.0.2.200") } };
        Assert.Equal(ApplianceErrorReason.AddressUnavailable, (await RefusedAsync()).Reason);
    }

    [Fact]
    public async Task StartAsync_WhenAModelIsDamaged_LeavesTheStoreUsable()
    {
        _folder.Options = _folder.Options with { ModelPack = _folder.CopyPackWithDamaged("vad/silero_vad_v5.onnx") };
        Assert.Equal(ApplianceErrorReason.DamagedModel, (await RefusedAsync()).Reason);
        await using var store = _folder.OpenStore();
        Assert.True((await store.Audit.VerifyAsync(Cancellation)).IsSound);
    }

    [Fact]
    public async Task StartAsync_WhenSettingsAreWrong_MakesNoDataDirectory()
    {
        _folder.Options = _folder.Options with { MaxCalls = 0 };
        Assert.Equal(ApplianceErrorReason.InvalidOptions, (await RefusedAsync()).Reason);
        Assert.False(Directory.Exists(_folder.Options.DataDirectory));
    }

    // What this process holds open (https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html); one may go while they are listed.
    private static string[] OpenFiles() =>
        [.. Directory.GetFiles("/proc/self/fd").Select(link => new FileInfo(link).LinkTarget).OfType<string>()];

    private Task<ApplianceRuntime> StartAsync() => ApplianceRuntime.StartAsync(_folder.Options, TimeProvider.System, NullLoggerFactory.Instance, Cancellation);

    private Task<ApplianceException> RefusedAsync() => Assert.ThrowsAsync<ApplianceException>(StartAsync);

    private async Task<string[]> StoredOutcomesAsync()
    {
        await using var store = _folder.OpenStore();
        var calls = await store.Calls.ListAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 10, Actor.System("test"), Cancellation);
        return [.. calls.Select(call => call.Outcome)];
    }

    // Before the ACK has come there is no call yet, and nothing to be kept of it.
    private static async Task UntilRecordedAsync(ApplianceRuntime runtime)
    {
        while ((await runtime.Store.Audit.ListAsync(0, 1, Cancellation)).Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }

    private static async Task<SipUserAgent> PhoneAsync()
    {
        var loopback = new IPEndPoint(IPAddress.Loopback, 0);
        var phone = new SipUserAgent(new SipUserAgentOptions { Udp = loopback, Tcp = loopback }, TimeProvider.System, NullLoggerFactory.Instance);
        await phone.StartAsync(Cancellation);
        return phone;
    }

    private static Task<InviteOutcome> CallAsync(SipUserAgent phone, ApplianceRuntime runtime)
    {
        var offer = SdpNegotiation.Offer(new LocalMedia { Address = IPAddress.Loopback, Port = 40_000 });
        return phone.InviteAsync(Uri(runtime.SipEndPoints[0]), new OutgoingInvite { Offer = offer }, Cancellation);
    }

    private static SipUri Uri(IPEndPoint endPoint) => SipUri.Parse($"sip:clinic@{endPoint}");
}
