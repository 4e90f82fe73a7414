using System.Collections.Immutable;
using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.Registrar;

/// <summary>
/// What a REGISTER makes of a user's bindings (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-10.3">RFC 3261 §10.3</see>,
/// steps 6 to 8); pure. All of its contacts count, or none.
/// </summary>
internal static class BindingUpdate
{
    /// <summary>The new bindings with status 200, or the status of the refusal with the old ones.</summary>
    public static (int Status, ImmutableArray<Binding> Bindings) Apply(
        ImmutableArray<Binding> current,
        SipRequest register,
        SipHop path,
        RegistrarOptions options,
        DateTimeOffset now)
    {
        if (register.HasWildcardContact || register.Tokens(SipHeaderNames.Contact).Contains("*"))
        {
            return RemoveAll(current, register);
        }

        var bindings = current;
        foreach (var contact in register.Contacts)
        {
            if (!contact.Uri.IsSip || Lifetime(contact, register, options) is not { } lifetime)
            {
                return (400, current);
            }

            if (lifetime > TimeSpan.Zero && lifetime < options.MinExpires)
            {
                return (423, current);
            }

            var known = bindings.FirstOrDefault(b => b.Contact.IsEquivalentTo(contact.Uri));
            if (known is not null && IsOld(known, register))
            {
                return (500, current);
            }

            bindings = known is null ? bindings : bindings.Remove(known);
            if (lifetime > TimeSpan.Zero)
            {
                var until = now + (lifetime < options.MaxExpires ? lifetime : options.MaxExpires);
                bindings = bindings.Add(new Binding(contact.Uri, until, register.CallId, register.CSeq.Number, path));
            }
        }

        return bindings.Length > options.MaxContacts ? (403, current) : (200, bindings);
    }

    // Step 6: "*" stands alone and with Expires: 0.
    private static (int Status, ImmutableArray<Binding> Bindings) RemoveAll(ImmutableArray<Binding> current, SipRequest register)
    {
        if (register.Headers.All(SipHeaderNames.Contact).Count() != 1 || register.Expires != 0)
        {
            return (400, current);
        }

        return current.Any(b => IsOld(b, register)) ? (500, current) : (200, []);
    }

    // Step 7: within one Call-ID only a higher CSeq may change a binding; another Call-ID is a device that started anew.
    private static bool IsOld(Binding binding, SipRequest register) =>
        string.Equals(binding.CallId, register.CallId, StringComparison.Ordinal) && register.CSeq.Number <= binding.Sequence;

    // Step 7: the contact's own time, else the header's, else ours; null where it is no number.
    private static TimeSpan? Lifetime(NameAddress contact, SipRequest register, RegistrarOptions options)
    {
        if (contact.Parameters.Contains("expires"))
        {
            return DeltaSeconds.Read(contact.Parameters["expires"]) is { } own ? TimeSpan.FromSeconds(own) : null;
        }

        return register.Expires is { } seconds ? TimeSpan.FromSeconds(seconds) : options.DefaultExpires;
    }
}
