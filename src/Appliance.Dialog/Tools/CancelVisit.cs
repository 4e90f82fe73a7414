namespace Appliance.Dialog.Tools;

/// <summary>Call a visit off. Asked only after the caller confirmed it. Answered by <see cref="VisitCancelled"/> or <see cref="VisitRefused"/>.</summary>
/// <param name="Identity">The verified caller.</param>
/// <param name="VisitId">One of the caller's visits.</param>
/// <param name="Reason">The caller's own words for it, may be empty.</param>
public sealed record CancelVisit(IdentityHandle Identity, string VisitId, string Reason) : PersonalRequest(Identity);
