using Appliance.Sip.Messages;

namespace Appliance.Sip.UserAgent;

/// <summary>What this user agent says it can do: only what works.</summary>
internal static class Capabilities
{
    private static readonly SipMethod[] s_methods = [SipMethod.Invite, SipMethod.Ack, SipMethod.Cancel, SipMethod.Bye, SipMethod.Options];

    private static readonly HashSet<SipMethod> s_known =
    [
        SipMethod.Register, SipMethod.Prack, SipMethod.Update, SipMethod.Info, SipMethod.Refer, SipMethod.Subscribe,
        SipMethod.Notify, SipMethod.Message, SipMethod.Publish,
    ];

    public static bool Takes(SipMethod method, bool registrar) =>
        Array.IndexOf(s_methods, method) >= 0 || (registrar && method == SipMethod.Register);

    /// <summary>405 for methods that exist, 501 for words that no RFC here knows (RFC 3261 §8.2.1, §21.5.2).</summary>
    public static int RefusalOf(SipMethod method) => s_known.Contains(method) ? 405 : 501;

    public static void AddAllow(SipMessage message, bool registrar) =>
        message.Headers.Set(SipHeaderNames.Allow, string.Join(", ", s_methods) + (registrar ? ", REGISTER" : string.Empty));
}
