using System.Diagnostics;
using System.Net;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Another implementation as caller: sipp's own "uac" scenario (INVITE with PCMU, ACK, BYE).</summary>
public sealed class SippTests
{
    private const string Sipp = "/usr/bin/sipp";

    [Theory]
    [InlineData(SipTransportKind.Udp, "u1")]
    [InlineData(SipTransportKind.Tcp, "t1")]
    public async Task SippUac_WhenItCallsTwentyTimes_FailsNoCall(SipTransportKind kind, string mode)
    {
        Assert.SkipUnless(File.Exists(Sipp), "sipp is not installed");
        await using var pair = await AgentPair.StartAsync(kind);
        var target = kind == SipTransportKind.Udp ? pair.Callee.UdpEndPoint! : pair.Callee.TcpEndPoint!;
        var (exitCode, output) = await RunAsync(
            $"-sn uac {target} -i {IPAddress.Loopback} -t {mode} -m 20 -r 20 -nostdin -skip_rlimit -timeout 15s -timeout_error");
        Assert.True(exitCode == 0, output);
        Assert.Equal(0, pair.Callee.Counters.Dialogs);
        Assert.Equal(0, pair.Callee.Counters.PendingInvites);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string arguments)
    {
        // sipp leaves its log where it runs.
        var folder = Directory.CreateTempSubdirectory("sipp");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Sipp, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder.FullName,
                Environment = { ["TERM"] = "dumb" },
            })!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).Within();
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
