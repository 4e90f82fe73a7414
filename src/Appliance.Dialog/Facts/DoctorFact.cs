namespace Appliance.Dialog.Facts;

/// <summary>A doctor that exists.</summary>
/// <param name="Id">Opaque id of the clinic.</param>
/// <param name="FamilyName">Last name as it is spoken after "Doctor".</param>
/// <param name="GivenName">First name, if callers may use it.</param>
public sealed record DoctorFact(string Id, string FamilyName, string? GivenName = null);
