using System.Text;
using Appliance.Sip.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Appliance.Sip.Tests.Messages;

/// <summary>Random well-formed messages from the corners of the grammar.</summary>
internal static class SipMessageGenerator
{
    private static readonly Gen<string> s_token = Text("abcXYZ019-.!%*_+`'~", 1, 12);
    private static readonly Gen<string> s_host = Gen.Elements("example.com", "192.0.2.1", "2001:db8::10", "a_b-c.local");
    private static readonly Gen<string> s_anyText = Text("ab \\\",;<>@:=äß漢\u0007", 0, 16);

    public static Arbitrary<SipMessage> Arbitrary { get; } = Message().ToArbitrary();

    private static Gen<string> Text(string alphabet, int min, int max) =>
        from length in Gen.Choose(min, max)
        from chars in Gen.Elements(alphabet.ToCharArray()).ArrayOf(length)
        select new string(chars);

    private static Gen<SipParameters> Parameters() =>
        from names in s_token.ListOf(2)
        from value in s_anyText
        select names.Aggregate(SipParameters.Empty, (p, n) => p.With(n, n.Length % 2 == 0 ? null : Quote(value)));

    private static Gen<SipUri> Uri() =>
        from host in s_host
        from user in Gen.Elements(null, "alice", "u;x=%40", "+15551234", "a%20b&=+$,;?/")
        from port in Gen.Elements<int?>(null, 5060, 65535)
        from name in s_token
        select new SipUri(host) { User = user, Port = port, Parameters = SipParameters.Empty.With("lr").With("p" + name, "v") };

    private static Gen<NameAddress> Address() =>
        from uri in Uri()
        from name in s_anyText
        from parameters in Parameters()
        select new NameAddress(uri) { DisplayName = name.Length == 0 ? null : name, Parameters = parameters };

    private static Gen<SipMessage> Message() =>
        from uri in Uri()
        from method in s_token
        from isRequest in Gen.Elements(true, false)
        from status in Gen.Choose(100, 699)
        from addresses in Address().ListOf(5)
        from host in s_host
        from branch in s_token
        from number in Gen.Choose(0, int.MaxValue)
        from subject in s_anyText
        from body in Gen.Choose(0, 255).ArrayOf()
        select Build(isRequest ? new SipRequest(new SipMethod(method), uri) : new SipResponse(status), method, [.. addresses], host, branch, number, subject, body);

    private static SipMessage Build(
        SipMessage message, string method, List<NameAddress> addresses, string host, string branch, int number, string subject, int[] body)
    {
        message.Headers.Add("Via", new ViaHeader("UDP", host, null) { Parameters = SipParameters.Empty.With("branch", branch).With("rport") }.ToString());
        message.Headers.Add("Via", new ViaHeader("TCP", host, 5070).ToString());
        message.From = addresses[0];
        message.To = addresses[1];
        message.CallId = branch + "@" + method;
        message.CSeq = new CSeqHeader((uint)number, new SipMethod(method));
        message.MaxForwards = number % 256;
        message.Headers.Add("Contact", addresses[2].ToString());
        message.Headers.Add("Route", addresses[3].ToString());
        message.Headers.Add("Route", addresses[4].ToString());
        message.Headers.Add("X-" + method, subject.Trim());
        message.Body = body.Select(b => (byte)b).ToArray();
        return message;
    }

    private static string Quote(string text) =>
        "\"" + new StringBuilder(text).Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
