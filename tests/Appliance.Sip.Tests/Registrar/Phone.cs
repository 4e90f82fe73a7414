using System.Net;
using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;
using Appliance.Sip.Registrar;
using Appliance.Sip.Tests.Transactions;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Tests.Registrar;

/// <summary>A desk phone that registers: asks, answers the challenge, asks again.</summary>
internal sealed class Phone : IAccountDirectory
{
    private const string Realm = "clinic";
    private static readonly LinkedTransport s_wire = new(SipTransportKind.Tcp, 5_060);
    private readonly SipRegistrar _registrar;
    private readonly Dictionary<string, SipAccount> _accounts = new(StringComparer.Ordinal)
    {
        ["desk1"] = new("desk1", DigestAccount.FromPassword("desk1", Realm, "secret1")),
        ["desk2"] = new("desk2", DigestAccount.FromPassword("desk2", Realm, "secret2"), DigestAlgorithm.Sha256),
    };

    private uint _sequence;

    public Phone()
    {
        Locations = new LocationService(Time);
        _registrar = new SipRegistrar(new RegistrarOptions(Realm) { MaxContacts = 2 }, this, Locations, Time);
    }

    public ManualTimeProvider Time { get; } = new();

    public LocationService Locations { get; }

    public SipAccount? FindByUser(string user) => _accounts.GetValueOrDefault(user);

    public SipAccount? FindByDigestName(string name) => _accounts.GetValueOrDefault(name);

    /// <summary>Registers as that user; <paramref name="contacts"/> go into the request as they are.</summary>
    public SipResponse Register(
        string[] contacts, uint? expires = null, string user = "desk1", string password = "secret1", string? loginName = null, string callId = "phone", uint? sequence = null)
    {
        var challenge = Ask(contacts, expires, user, callId, sequence, credentials: null);
        Assert.Equal(401, challenge.Status);
        return Ask(contacts, expires, user, callId, sequence, r => new DigestClient(loginName ?? user, password).TryAuthorize(challenge, r));
    }

    public SipResponse Ask(string[] contacts, uint? expires, string user, string callId, uint? sequence, Func<SipRequest, bool>? credentials)
    {
        var register = new SipRequest(SipMethod.Register, SipUri.Parse("sip:10.0.0.1"));
        register.Headers.Add(SipHeaderNames.Via, "SIP/2.0/TCP 10.0.0.7;branch=z9hG4bK1");
        register.From = NameAddress.Parse($"<sip:{user}@10.0.0.1>;tag=phone");
        register.To = NameAddress.Parse($"<sip:{user}@10.0.0.1>");
        register.CallId = callId;
        register.CSeq = new CSeqHeader(sequence ?? ++_sequence, SipMethod.Register);
        register.Expires = expires;
        foreach (var contact in contacts)
        {
            register.Headers.Add(SipHeaderNames.Contact, contact);
        }

        Assert.True(credentials is null || credentials(register));
        return _registrar.Answer(new SipInbound(register, s_wire, new SipPeer(new IPEndPoint(IPAddress.Loopback, 40_001), Connection: 7), s_wire.LocalEndPoint));
    }

    public string[] Contacts(string user = "desk1") => [.. Locations.Find(user).Select(b => b.Contact.ToString())];
}
