namespace Appliance.Clinic.Identity.Rules;

/// <summary>A call may claim three times, whatever came of it: whoever guesses birth dates reaches a person instead.</summary>
public static class CallHasThreeTries
{
    private const int Tries = 3;

    public static bool IsMet(int made) => made < Tries;

    public static int Left(int made) => Math.Max(0, Tries - made);
}
