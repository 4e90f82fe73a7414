namespace Appliance.Dialog.Tools;

/// <summary>Check who is calling, once all was said. Three tries a call. Answered by <see cref="IdentityVerified"/> or <see cref="IdentityNotVerified"/>.</summary>
/// <param name="GivenName">First name.</param>
/// <param name="FamilyName">Last name.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="Phone">The number on file as the caller said it, never the number that calls; null where the clinic does not ask for it.</param>
public sealed record VerifyIdentity(string GivenName, string FamilyName, DateOnly BirthDate, string? Phone) : ToolRequest
{
    /// <summary>First and last name.</summary>
    public string Name => $"{GivenName} {FamilyName}";
}
