using System.Globalization;
using System.Text;

namespace Appliance.Clinic.Patients;

/// <summary>The forms in which names, phones and birth dates are compared: how something was written must not matter.</summary>
public static class PatientMatching
{
    /// <summary>Upper-case letters and digits, words set apart by one space.</summary>
    public static string Name(string name)
    {
        var normal = new StringBuilder(name.Length);
        var gap = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                normal.Append(gap && normal.Length > 0 ? " " : string.Empty).Append(Rune.ToUpperInvariant(rune).ToString());
                gap = false;
            }
            else if (rune.Value is not ('\'' or '\u2019' or '.'))
            {
                gap = true;
            }
        }

        return normal.ToString();
    }

    /// <summary>Digits only; the trunk "1" of an eleven-digit North American number is dropped.</summary>
    public static string Phone(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
    }

    public static string BirthDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
