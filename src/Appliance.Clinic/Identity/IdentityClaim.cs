namespace Appliance.Clinic.Identity;

/// <summary>Who a caller says to be. Phone is the number on file as the caller tells it, never the number that calls: anybody can send that.</summary>
public sealed record IdentityClaim(string Name, DateOnly BirthDate, string? Phone)
{
    /// <summary>Deliberately says nothing.</summary>
    public override string ToString() => nameof(IdentityClaim);
}
