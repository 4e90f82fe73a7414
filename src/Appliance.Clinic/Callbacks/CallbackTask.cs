namespace Appliance.Clinic.Callbacks;

/// <summary>The handle of a callback task; random.</summary>
public sealed record CallbackId
{
    public CallbackId(string value) => Value = Identifier.Require(value, nameof(value));

    public string Value { get; }

    public static CallbackId New() => new(Identifier.New("cb"));

    public override string ToString() => Value;
}

/// <summary>Whether somebody still has to call.</summary>
public enum CallbackStatus
{
    Open = 1,
    Done = 2,
}

/// <summary>What a caller left for people to call back about. Personal data; name and phone may be unknown.</summary>
public sealed record CallbackRequest(string? Name, string? Phone, string Reason, string Summary)
{
    /// <summary>Deliberately says nothing.</summary>
    public override string ToString() => nameof(CallbackRequest);
}

/// <summary>A task for people: call this person back.</summary>
public sealed record CallbackTask(CallbackId Id, CallbackStatus Status, CallbackRequest Request, Actor LeftBy, DateTimeOffset LeftAt)
{
    /// <summary>Only the handle: the rest is personal data.</summary>
    public override string ToString() => Id.ToString();
}
