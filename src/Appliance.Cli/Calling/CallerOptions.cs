using System.Net;
using Appliance.Sip.UserAgent;

namespace Appliance.Cli.Calling;

/// <summary>How the caller's SIP user agent is set up: free ports, on the address that faces whom it calls.</summary>
internal static class CallerOptions
{
    public static SipUserAgentOptions For(CallRequest request, IPAddress address)
    {
        var endPoint = new IPEndPoint(address, 0);
        var tcp = string.Equals(request.Target.Transport, "tcp", StringComparison.OrdinalIgnoreCase);
        return new SipUserAgentOptions { Udp = tcp ? null : endPoint, Tcp = tcp ? endPoint : null, User = UserOf(request.Script.Name) };
    }

    // A user part is a token: what is not a letter or digit becomes a dash.
    private static string UserOf(string name)
    {
        var token = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return token.Length == 0 ? "caller" : token;
    }
}
