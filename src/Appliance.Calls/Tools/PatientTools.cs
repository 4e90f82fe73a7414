using Appliance.Clinic;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Visits;
using Appliance.Dialog.Tools;

namespace Appliance.Calls.Tools;

/// <summary>Verifies callers, and runs the tools that need it.</summary>
internal sealed class PatientTools(IIdentityDesk identity, IVisitDesk visits)
{
    public async Task<ToolResult> VerifyAsync(VerifyIdentity claim, IdempotencyKey key, Actor actor, CancellationToken cancellationToken) =>
        await identity.VerifyAsync(new IdentityClaim(claim.Name, claim.BirthDate, claim.Phone), key, actor, cancellationToken) switch
        {
            IdentityResult.Verified verified => new IdentityVerified(new IdentityHandle(verified.Patient.Id.Value)),
            IdentityResult.NotVerified not => new IdentityNotVerified(not.TriesLeft),
            _ => new ToolFailed(ToolFailure.Unavailable),
        };

    /// <summary>The one way to what is personal: no proof, no tool.</summary>
    public async Task<ToolResult> RunAsync(PersonalRequest request, Actor actor, CancellationToken cancellationToken) =>
        Identifier.IsValid(request.Identity.Id)
        && await identity.RecallAsync(new VerificationId(request.Identity.Id), actor, cancellationToken) is { } patient
            ? await RunAsync(request, patient, cancellationToken)
            : new ToolFailed(ToolFailure.NotAllowed);

    private async Task<ToolResult> RunAsync(PersonalRequest request, VerifiedPatient patient, CancellationToken cancellationToken) => request switch
    {
        FindVisits => await FindAsync(patient, cancellationToken),
        _ => new ToolFailed(ToolFailure.NotAllowed),
    };

    private async Task<ToolResult> FindAsync(VerifiedPatient patient, CancellationToken cancellationToken) =>
        await visits.ListUpcomingAsync(patient, cancellationToken) is UpcomingVisits.Found found
            ? new VisitsFound([.. found.Visits.Select(Handle)])
            : new ToolFailed(ToolFailure.NotAllowed);

    private static VisitHandle Handle(Visit visit) => new(visit.Id.Value, visit.Time.DoctorId, visit.Time.VisitTypeId, visit.Time.LocalStart);
}
