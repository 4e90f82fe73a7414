namespace Appliance.Dialog.Tools;

/// <summary>Who comes, as the caller gave and confirmed it.</summary>
/// <param name="GivenName">First name.</param>
/// <param name="FamilyName">Last name.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="Phone">7 or 10 digits.</param>
public sealed record PatientDetails(string GivenName, string FamilyName, DateOnly BirthDate, string Phone)
{
    /// <summary>First and last name.</summary>
    public string Name => $"{GivenName} {FamilyName}";
}
