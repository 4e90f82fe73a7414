using System.Net;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transactions;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Bench;

/// <summary>Sets calls up and tears them down again, without media, over UDP on loopback; both sides run in this process.</summary>
internal static class SipBench
{
    /// <summary>Places the calls, so many at a time.</summary>
    public static async Task<SipFigures> RunAsync(int calls, int atOnce, CancellationToken cancellationToken)
    {
        var local = new LocalMedia { Address = IPAddress.Loopback, Port = 40_000 };
        await using var server = Agent(calls);
        server.IncomingCallHandler = (call, _) => AnswerAsync(call, local);
        await server.StartAsync(cancellationToken);
        await using var client = Agent(calls);
        await client.StartAsync(cancellationToken);
        var target = new SipUri(IPAddress.Loopback.ToString()) { User = "bench", Port = server.UdpEndPoint!.Port };

        await PlaceAsync(client, target, local, Math.Min(calls, 500), atOnce, cancellationToken);
        var processor = BenchMachine.ProcessorTime;
        var began = TimeProvider.System.GetTimestamp();
        var lost = await PlaceAsync(client, target, local, calls, atOnce, cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(began);
        return new SipFigures(calls, lost, calls / took.TotalSeconds, (BenchMachine.ProcessorTime - processor) / calls);
    }

    // Over UDP a transaction stays for 32 s after its end (timers J and L), so thousands of calls a second pile up more of them
    // than the default bound, which is there to protect a clinic's box, lets in.
    private static SipUserAgent Agent(int calls) => new(
        new SipUserAgentOptions
        {
            Udp = new IPEndPoint(IPAddress.Loopback, 0),
            Tcp = null,
            Transactions = new TransactionLayerOptions { MaxServerTransactions = 2 * (calls + 1_000) },
        },
        TimeProvider.System,
        NullLoggerFactory.Instance);

    private static async Task AnswerAsync(IncomingCall call, LocalMedia local)
    {
        var answer = SdpNegotiation.Answer(call.Offer!, local, out _)!;
        if (await call.AcceptAsync(answer.Description) is { } accepted)
        {
            await accepted.Ended;
        }
    }

    private static async Task<int> PlaceAsync(
        SipUserAgent client, SipUri target, LocalMedia local, int calls, int atOnce, CancellationToken cancellationToken)
    {
        var next = 0;
        var lost = 0;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Increment(ref next) <= calls)
                {
                    var outcome = await client.InviteAsync(target, new OutgoingInvite { Offer = SdpNegotiation.Offer(local) }, cancellationToken);
                    if (outcome.Call is { } call)
                    {
                        await call.ByeAsync();
                    }
                    else
                    {
                        Interlocked.Increment(ref lost);
                    }
                }
            },
            cancellationToken)));
        return lost;
    }
}

/// <summary>What came of it.</summary>
/// <param name="Calls">Calls placed: INVITE, 200, ACK, BYE, 200.</param>
/// <param name="Lost">Calls that were not set up.</param>
/// <param name="CallsPerSecond">By the clock.</param>
/// <param name="ProcessorTimePerCall">Both sides together.</param>
internal sealed record SipFigures(int Calls, int Lost, double CallsPerSecond, TimeSpan ProcessorTimePerCall);
