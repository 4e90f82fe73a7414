namespace Appliance.Clinic.Patients.Rules;

/// <summary>A booking needs a name with a letter in it, a phone of 7 to 15 digits (ITU-T E.164) and a birth date of the last 130 years.</summary>
public static class PatientCanBeFoundAgain
{
    private const int MaxNameLength = 200;

    public static bool IsMetBy(PatientDetails details, DateOnly today) =>
        details.Name.Length <= MaxNameLength
        && details.Name.Any(char.IsLetter)
        && PatientMatching.Phone(details.Phone).Length is >= 7 and <= 15
        && details.BirthDate <= today
        && details.BirthDate > today.AddYears(-130);
}
