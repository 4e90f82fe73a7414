namespace Appliance.Clinic.Holds.Rules;

/// <summary>A hold that another call placed is as good as unknown.</summary>
public static class HoldBooksOnlyForItsHolder
{
    public static bool IsMet(Actor holder, Actor asking) => holder == asking;
}
