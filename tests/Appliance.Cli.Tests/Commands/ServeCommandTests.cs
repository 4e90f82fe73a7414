using System.Diagnostics;
using System.Globalization;
using System.Net;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Tests.Commands;

public sealed class ServeCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_WhenTheFileAndTheLineAreWrong_NamesEverythingTogether()
    {
        var file = Path.Combine(_folder.Root, "settings.json");
        await File.WriteAllTextAsync(file, "{ \"color\": \"red\", \"sip\": { \"realm\": \"\" } }", Cancellation);
        var outcome = await _folder.RunAsync("serve", "--config", file, "--bind", "home", "--port", "70000", "--media-ports", "many", "--max-calls", "0", "--grace", "-1", "--stt-threads", "99");
        Assert.Equal(1, outcome.ExitCode);
        foreach (var wrong in (string[])["color is no setting", "sip.realm is empty", "--bind is 'home'", "sip.port is 70000", "--media-ports is 'many'", "calls.max is 0", "stopGraceSeconds is -1", "speechRecognition.threads is 99"])
        {
            Assert.Contains(wrong, outcome.Error, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(_folder.Data));
    }

    [Fact]
    public async Task Serve_WhenSignalledTwiceDuringACall_HangsUpAndEndsWellBeforeTheGrace()
    {
        using var process = Start("--grace", "3600");
        var ready = await process.StandardOutput.ReadLineAsync(Cancellation);
        Assert.StartsWith("Ready: SIP on udp 127.0.0.1:", ready, StringComparison.Ordinal);
        var port = int.Parse(ready!["Ready: SIP on udp 127.0.0.1:".Length..].Split(' ')[0], CultureInfo.InvariantCulture);
        await using var phone = new SipUserAgent(
            new SipUserAgentOptions { Udp = new IPEndPoint(IPAddress.Loopback, 0), Tcp = null }, TimeProvider.System, NullLoggerFactory.Instance);
        await phone.StartAsync(Cancellation);
        var offer = SdpNegotiation.Offer(new LocalMedia { Address = IPAddress.Loopback, Port = 40_000 });
        var call = (await phone.InviteAsync(SipUri.Parse($"sip:clinic@127.0.0.1:{port}"), new OutgoingInvite { Offer = offer }, Cancellation)).Call!;

        Signal(process, "INT");
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Cancellation);
        Assert.False(process.HasExited);
        Assert.False(call.Ended.IsCompleted);
        Signal(process, "TERM");
        await process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(SipCallEnd.Remote, await call.Ended.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Cancellation));
        Assert.Single((await _folder.RunAsync("calls", "list", "--json")).Json.EnumerateArray());
    }

    private Process Start(params string[] more)
    {
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "appliance.dll"), "serve", "--data", _folder.Data, "--key", _folder.Key,
            "--logs", Path.Combine(_folder.Root, "logs"), "--bind", "127.0.0.1", "--port", "0", "--media-ports", "0", .. more,
        ];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
    }

    private static void Signal(Process process, string name)
    {
        using var kill = Process.Start("kill", ["-" + name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
