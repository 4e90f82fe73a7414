namespace Appliance.Dialog.Tools;

/// <summary>When is my appointment? No effect. Answered by <see cref="VisitsFound"/>.</summary>
public sealed record FindVisits(IdentityHandle Identity) : PersonalRequest(Identity);
