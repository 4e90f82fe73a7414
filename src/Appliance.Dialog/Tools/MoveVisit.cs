namespace Appliance.Dialog.Tools;

/// <summary>Move a visit to the held opening. Asked only after the caller confirmed it. Answered by <see cref="VisitMoved"/> or <see cref="VisitRefused"/>.</summary>
/// <param name="Identity">The verified caller.</param>
/// <param name="VisitId">One of the caller's visits.</param>
/// <param name="HoldId">The hold, for the same type of visit.</param>
public sealed record MoveVisit(IdentityHandle Identity, string VisitId, string HoldId) : PersonalRequest(Identity);
