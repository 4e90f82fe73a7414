using System.Net;
using System.Net.Sockets;
using Appliance.Host.Options;
using Appliance.Sip.Messages;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The ports of SIP and media: each is bound for a moment.</summary>
internal static class PortCheck
{
    private const string Area = "ports";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyList<Finding>> RunAsync(ApplianceOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (options.Problems().Count > 0)
        {
            return [Finding.Warn(Area, "not looked at: the settings are wrong", "Mend the settings first.")];
        }

        var sip = new IPEndPoint(options.Sip.Address, options.Sip.Port);
        var udp = TryBind(sip, SocketType.Dgram);
        var tcp = TryBind(sip, SocketType.Stream);
        return
        [
            await SipAsync("UDP", udp, sip, time, cancellationToken),
            await SipAsync("TCP", tcp, sip, time, cancellationToken),
            Media(options),
        ];
    }

    private static async Task<Finding> SipAsync(string protocol, SocketError error, IPEndPoint sip, TimeProvider time, CancellationToken cancellationToken)
    {
        switch (error)
        {
            case SocketError.Success:
                return Finding.Ok(Area, $"SIP {protocol} {sip} is free");
            case SocketError.AddressAlreadyInUse when await AnswersAsync(sip, time, cancellationToken):
                return Finding.Warn(Area, $"SIP {protocol} {sip} is in use by a SIP program that answers", "All is well if that is the appliance itself; else stop it or set another port.");
            case SocketError.AddressAlreadyInUse:
                return Finding.Fail(Area, $"SIP {protocol} {sip} is in use by another program", $"Stop it ('ss -lnp | grep :{sip.Port}' shows it) or set another port.");
            case SocketError.AccessDenied:
                return Finding.Fail(Area, $"SIP {protocol} {sip} needs more rights", "Choose a port above 1023.");
            default:
                return Finding.Fail(Area, $"SIP {protocol} {sip} cannot be had ({error})", "Set an address that this machine has.");
        }
    }

    // The appliance itself would answer OPTIONS.
    private static async Task<bool> AnswersAsync(IPEndPoint sip, TimeProvider time, CancellationToken cancellationToken)
    {
        var address = sip.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : sip.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : sip.Address;
        var options = new SipUserAgentOptions { Udp = new IPEndPoint(address, 0), Tcp = null, StopTimeout = TimeSpan.Zero };
        await using var agent = new SipUserAgent(options, time, NullLoggerFactory.Instance);
        await agent.StartAsync(cancellationToken);
        try
        {
            var answer = agent.OptionsAsync(SipUri.Parse($"sip:{new IPEndPoint(address, sip.Port)}"), cancellationToken);
            return (await answer.WaitAsync(s_patience, time, cancellationToken)).Status is not (408 or 503);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static Finding Media(ApplianceOptions options)
    {
        var address = options.Media.AddressBeside(options.Sip.Address);
        if (options.Media.Ports is not { } range)
        {
            return TryBind(new IPEndPoint(address, 0), SocketType.Dgram) is var error and not SocketError.Success
                ? Finding.Fail(Area, $"media address {address} cannot be had ({error})", "Set an address that this machine has.")
                : Finding.Ok(Area, $"media on {address}, ports as the system gives them");
        }

        var first = options.Media.FirstPort + (options.Media.FirstPort & 1);
        var errors = Enumerable.Range(0, range.PairCount).Select(pair => Pair(address, first + (2 * pair))).ToArray();
        var free = errors.Count(error => error == SocketError.Success);
        var what = $"media on {address}, {free} of {range.PairCount} port pairs from {first} are free";
        return free >= options.MaxCalls ? Finding.Ok(Area, what)
            : free > 0 ? Finding.Warn(Area, $"{what}, for {options.MaxCalls} calls", "Choose another range, unless the appliance itself uses it now.")
            : Finding.Fail(Area, $"{what} ({errors[0]})", "Set an address that this machine has, or another port range.");
    }

    private static SocketError Pair(IPAddress address, int even)
    {
        var rtp = TryBind(new IPEndPoint(address, even), SocketType.Dgram);
        return rtp != SocketError.Success ? rtp : TryBind(new IPEndPoint(address, even + 1), SocketType.Dgram);
    }

    private static SocketError TryBind(IPEndPoint endPoint, SocketType type)
    {
        using var socket = new Socket(endPoint.AddressFamily, type, type == SocketType.Dgram ? ProtocolType.Udp : ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            if (type == SocketType.Stream)
            {
                socket.Listen(1);
            }

            return SocketError.Success;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode;
        }
    }
}
