namespace Appliance.Calls.Records;

/// <summary>Which call this is.</summary>
/// <param name="CallId">The appliance's own id, random; it may stand in logs.</param>
/// <param name="CallerNumber">User part of From as the line gave it; no proof of anything, personal data, null where withheld.</param>
public sealed record CallIdentity(string CallId, string? CallerNumber)
{
    /// <summary>Only the handle: the number is personal data.</summary>
    public override string ToString() => CallId;
}
