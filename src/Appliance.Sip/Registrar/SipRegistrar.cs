using System.Collections.Immutable;
using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Registrar;

/// <summary>
/// Answers REGISTER (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-10.3">RFC 3261 §10.3</see>) with one digest challenge
/// per device. Strangers, unknown users and wrong passwords get the same 401. One request at a time.
/// </summary>
public sealed class SipRegistrar
{
    private readonly RegistrarOptions _options;
    private readonly IAccountDirectory _accounts;
    private readonly ILocationService _locations;
    private readonly TimeProvider _time;
    private readonly DigestVerifier _md5;
    private readonly DigestVerifier _sha256;

    public SipRegistrar(RegistrarOptions options, IAccountDirectory accounts, ILocationService locations, TimeProvider time)
    {
        _options = options;
        _accounts = accounts;
        _locations = locations;
        _time = time;
        _md5 = VerifierFor(DigestAlgorithm.Md5);
        _sha256 = VerifierFor(DigestAlgorithm.Sha256);
    }

    /// <summary>
    /// The response: 200 with all bindings; 401; 403 (another's address of record, or too many contacts); 400, 423, or 500 for a
    /// request that is older than what it would change.
    /// </summary>
    /// <param name="inbound">A well-formed REGISTER as it came from the transport.</param>
    public SipResponse Answer(SipInbound inbound)
    {
        var register = (SipRequest)inbound.Message;
        if (register.To.Uri.UnescapedUser is not { Length: > 0 } user)
        {
            return Respond(register, 400, "Missing User");
        }

        var verifier = VerifierOf(_accounts.FindByUser(user)?.Challenge ?? _options.DefaultChallenge);
        var verdict = verifier.Verify(register, out var name);
        if (verdict != DigestVerdict.Accepted)
        {
            var challenge = Respond(register, 401);
            verifier.Challenge(challenge, verdict);
            return challenge;
        }

        // Step 4: a device registers its own address only.
        return string.Equals(_accounts.FindByDigestName(name!)?.User, user, StringComparison.Ordinal)
            ? Update(user, register, new SipHop(inbound.Transport, inbound.Peer))
            : Respond(register, 403);
    }

    private SipResponse Update(string user, SipRequest register, SipHop path)
    {
        var now = _time.GetUtcNow();
        var (status, bindings) = BindingUpdate.Apply(_locations.Find(user), register, path, _options, now);
        var response = Respond(register, status);
        if (status == 423)
        {
            response.Headers.Set(SipHeaderNames.MinExpires, Seconds(_options.MinExpires));
        }

        if (status == 200)
        {
            _locations.Set(user, bindings);
            AddContacts(response, bindings, now);
        }

        return response;
    }

    private static void AddContacts(SipResponse response, ImmutableArray<Binding> bindings, DateTimeOffset now)
    {
        foreach (var binding in bindings)
        {
            var contact = new NameAddress(binding.Contact);
            contact = contact with { Parameters = contact.Parameters.With("expires", Seconds(binding.ExpiresAt - now)) };
            response.Headers.Add(SipHeaderNames.Contact, contact.ToString());
        }
    }

    private static SipResponse Respond(SipRequest register, int status, string? reason = null) =>
        SipResponse.For(register, status, reason, SipToken.Tag());

    private static string Seconds(TimeSpan time) => ((long)Math.Ceiling(time.TotalSeconds)).ToString();

    private DigestVerifier VerifierOf(DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Md5 ? _md5 : _sha256;

    private DigestVerifier VerifierFor(DigestAlgorithm algorithm)
    {
        var options = new DigestVerifierOptions(_options.Realm) { Algorithms = [algorithm], NonceLifetime = _options.NonceLifetime };
        return new DigestVerifier(options, new AccountDigests(_accounts), _time);
    }
}
