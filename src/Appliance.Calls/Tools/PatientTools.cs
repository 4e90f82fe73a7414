using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Visits;
using Appliance.Dialog.Tools;
using ClinicRefusal = Appliance.Clinic.Visits.VisitRefusal;
using DialogRefusal = Appliance.Dialog.Tools.VisitRefusal;

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
    public async Task<ToolResult> RunAsync(PersonalRequest request, IdempotencyKey key, Actor actor, CancellationToken cancellationToken) =>
        Identifier.IsValid(request.Identity.Id)
        && await identity.RecallAsync(new VerificationId(request.Identity.Id), actor, cancellationToken) is { } patient
            ? await RunAsync(request, patient, key, cancellationToken)
            : new ToolFailed(ToolFailure.NotAllowed);

    private async Task<ToolResult> RunAsync(
        PersonalRequest request, VerifiedPatient patient, IdempotencyKey key, CancellationToken cancellationToken) => request switch
        {
            FindVisits => await FindAsync(patient, cancellationToken),
            CancelVisit cancel => await CancelAsync(cancel, patient, key, cancellationToken),
            MoveVisit move => await MoveAsync(move, patient, key, cancellationToken),
            _ => new ToolFailed(ToolFailure.NotAllowed),
        };

    private async Task<ToolResult> FindAsync(VerifiedPatient patient, CancellationToken cancellationToken) =>
        await visits.ListUpcomingAsync(patient, cancellationToken) is UpcomingVisits.Found found
            ? new VisitsFound([.. found.Visits.Select(Handle)])
            : new ToolFailed(ToolFailure.NotAllowed);

    private async Task<ToolResult> CancelAsync(
        CancelVisit cancel, VerifiedPatient patient, IdempotencyKey key, CancellationToken cancellationToken) =>
        await visits.CancelAsync(patient, new AppointmentId(cancel.VisitId), cancel.Reason, key, cancellationToken) switch
        {
            VisitResult.Changed changed => new VisitCancelled(Handle(changed.Visit)),
            var refused => Refusal(refused),
        };

    private async Task<ToolResult> MoveAsync(MoveVisit move, VerifiedPatient patient, IdempotencyKey key, CancellationToken cancellationToken) =>
        await visits.MoveAsync(patient, new AppointmentId(move.VisitId), new HoldId(move.HoldId), key, cancellationToken) switch
        {
            VisitResult.Changed changed => new VisitMoved(Handle(changed.Visit)),
            var refused => Refusal(refused),
        };

    private static ToolResult Refusal(VisitResult result) => result is VisitResult.Refused refused
        ? refused.Reason switch
        {
            ClinicRefusal.NotVerified => new ToolFailed(ToolFailure.NotAllowed),
            ClinicRefusal.Unknown => new VisitRefused(DialogRefusal.Unknown),
            ClinicRefusal.AlreadyCancelled => new VisitRefused(DialogRefusal.AlreadyCancelled),
            ClinicRefusal.TooLate => new VisitRefused(DialogRefusal.TooLate),
            ClinicRefusal.HoldUnknown or ClinicRefusal.HoldExpired => new VisitRefused(DialogRefusal.HoldExpired),
            _ => new VisitRefused(DialogRefusal.AgainstRule),
        }
        : new ToolFailed(ToolFailure.Unavailable);

    private static VisitHandle Handle(Visit visit) => new(visit.Id.Value, visit.Time.DoctorId, visit.Time.VisitTypeId, visit.Time.LocalStart);
}
