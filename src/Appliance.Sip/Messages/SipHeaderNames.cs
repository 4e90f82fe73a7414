using System.Collections.Frozen;

namespace Appliance.Sip.Messages;

/// <summary>Names of known headers and their compact forms
/// (<see href="https://www.iana.org/assignments/sip-parameters">IANA SIP parameters</see>).</summary>
public static class SipHeaderNames
{
#pragma warning disable CS1591 // The names are their own description.
    public const string Accept = "Accept";
    public const string Allow = "Allow";
    public const string AllowEvents = "Allow-Events";
    public const string AuthenticationInfo = "Authentication-Info";
    public const string Authorization = "Authorization";
    public const string CallId = "Call-ID";
    public const string Contact = "Contact";
    public const string ContentEncoding = "Content-Encoding";
    public const string ContentLength = "Content-Length";
    public const string ContentType = "Content-Type";
    public const string CSeq = "CSeq";
    public const string Date = "Date";
    public const string Diversion = "Diversion";
    public const string Event = "Event";
    public const string Expires = "Expires";
    public const string From = "From";
    public const string MaxForwards = "Max-Forwards";
    public const string MinExpires = "Min-Expires";
    public const string MinSE = "Min-SE";
    public const string PAssertedIdentity = "P-Asserted-Identity";
    public const string Path = "Path";
    public const string ProxyAuthenticate = "Proxy-Authenticate";
    public const string ProxyAuthorization = "Proxy-Authorization";
    public const string ProxyRequire = "Proxy-Require";
    public const string RAck = "RAck";
    public const string Reason = "Reason";
    public const string RecordRoute = "Record-Route";
    public const string ReferredBy = "Referred-By";
    public const string ReferTo = "Refer-To";
    public const string Replaces = "Replaces";
    public const string Require = "Require";
    public const string RetryAfter = "Retry-After";
    public const string Route = "Route";
    public const string RSeq = "RSeq";
    public const string Server = "Server";
    public const string ServiceRoute = "Service-Route";
    public const string SessionExpires = "Session-Expires";
    public const string Subject = "Subject";
    public const string SubscriptionState = "Subscription-State";
    public const string Supported = "Supported";
    public const string Timestamp = "Timestamp";
    public const string To = "To";
    public const string Unsupported = "Unsupported";
    public const string UserAgent = "User-Agent";
    public const string Via = "Via";
    public const string Warning = "Warning";
    public const string WwwAuthenticate = "WWW-Authenticate";
#pragma warning restore CS1591

    private static readonly FrozenDictionary<string, string> s_canonical = BuildCanonical();

    private static readonly FrozenSet<string> s_addressLists = new[]
    {
        Via, Route, RecordRoute, Contact, Path, ServiceRoute, PAssertedIdentity, Diversion,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The full name, in its usual case, of a known or compact name; any other name as given.</summary>
    public static string Canonical(ReadOnlySpan<char> name) =>
        s_canonical.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) ? known : name.ToString();

    /// <summary>Whether each comma-separated value becomes a header of its own when parsed, so that the topmost can be taken off.</summary>
    internal static bool IsAddressList(string canonicalName) => s_addressLists.Contains(canonicalName);

    private static FrozenDictionary<string, string> BuildCanonical()
    {
        string[] full =
        [
            Accept, Allow, AllowEvents, AuthenticationInfo, Authorization, CallId, Contact, ContentEncoding, ContentLength,
            ContentType, CSeq, Date, Diversion, Event, Expires, From, MaxForwards, MinExpires, MinSE, PAssertedIdentity, Path,
            ProxyAuthenticate, ProxyAuthorization, ProxyRequire, RAck, Reason, RecordRoute, ReferredBy, ReferTo, Replaces,
            Require, RetryAfter, Route, RSeq, Server, ServiceRoute, SessionExpires, Subject, SubscriptionState, Supported,
            Timestamp, To, Unsupported, UserAgent, Via, Warning, WwwAuthenticate,
        ];
        var names = full.ToDictionary(n => n, n => n, StringComparer.OrdinalIgnoreCase);

        // RFC 3261 §7.3.3 and the RFCs of each extension.
        names["b"] = ReferredBy;
        names["c"] = ContentType;
        names["e"] = ContentEncoding;
        names["f"] = From;
        names["i"] = CallId;
        names["k"] = Supported;
        names["l"] = ContentLength;
        names["m"] = Contact;
        names["o"] = Event;
        names["r"] = ReferTo;
        names["s"] = Subject;
        names["t"] = To;
        names["u"] = AllowEvents;
        names["v"] = Via;
        names["x"] = SessionExpires;
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
