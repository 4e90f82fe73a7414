namespace Appliance.Sip.Messages;

/// <summary>A request method; case-sensitive (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7.1">RFC 3261 §7.1</see>).</summary>
/// <param name="Name">The method as on the wire; extension methods are kept as sent.</param>
public readonly record struct SipMethod(string Name)
{
    /// <summary>RFC 3261 §13.</summary>
    public static SipMethod Invite { get; } = new("INVITE");

    /// <summary>RFC 3261 §13.</summary>
    public static SipMethod Ack { get; } = new("ACK");

    /// <summary>RFC 3261 §15.</summary>
    public static SipMethod Bye { get; } = new("BYE");

    /// <summary>RFC 3261 §9.</summary>
    public static SipMethod Cancel { get; } = new("CANCEL");

    /// <summary>RFC 3261 §10.</summary>
    public static SipMethod Register { get; } = new("REGISTER");

    /// <summary>RFC 3261 §11.</summary>
    public static SipMethod Options { get; } = new("OPTIONS");

    /// <summary>RFC 3262.</summary>
    public static SipMethod Prack { get; } = new("PRACK");

    /// <summary>RFC 3311.</summary>
    public static SipMethod Update { get; } = new("UPDATE");

    /// <summary>RFC 6086.</summary>
    public static SipMethod Info { get; } = new("INFO");

    /// <summary>RFC 3515.</summary>
    public static SipMethod Refer { get; } = new("REFER");

    /// <summary>RFC 6665.</summary>
    public static SipMethod Subscribe { get; } = new("SUBSCRIBE");

    /// <summary>RFC 6665.</summary>
    public static SipMethod Notify { get; } = new("NOTIFY");

    /// <summary>RFC 3428.</summary>
    public static SipMethod Message { get; } = new("MESSAGE");

    /// <summary>RFC 3903.</summary>
    public static SipMethod Publish { get; } = new("PUBLISH");

    private static readonly SipMethod[] s_known =
    [
        Invite, Ack, Bye, Cancel, Register, Options, Prack, Update, Info, Refer, Subscribe, Notify, Message, Publish,
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The known method of that name without allocating, or a new one.</summary>
    internal static SipMethod From(ReadOnlySpan<char> name)
    {
        foreach (var method in s_known)
        {
            if (name.SequenceEqual(method.Name))
            {
                return method;
            }
        }

        return new SipMethod(name.ToString());
    }
}
