using Appliance.Calls.Records;
using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Callbacks;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Openings;
using Appliance.Dialog.Tools;
using Microsoft.Extensions.Logging;
using BookingRefusal = Appliance.Clinic.Appointments.BookingRefusal;
using DialogRefusal = Appliance.Dialog.Tools.BookingRefusal;
using PatientDetails = Appliance.Clinic.Patients.PatientDetails;

namespace Appliance.Calls.Tools;

/// <summary>The clinic's tools over its appointment book and callback queue. The call is the actor and keys every effect.</summary>
public sealed class ClinicToolbox(ClinicPorts clinic, ILogger<ClinicToolbox> logger) : IClinicToolbox
{
    private readonly PatientTools _patients = new(clinic.Identity, clinic.Visits);

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(CallIdentity caller, ToolCallId call, ToolRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var actor = Actor.Call(caller.CallId);
        var key = new IdempotencyKey($"{caller.CallId}:{call.Value}");
        try
        {
            return request switch
            {
                FindOpenings find => await FindAsync(find, actor, cancellationToken),
                HoldOpening hold => await HoldAsync(hold, key, actor, cancellationToken),
                ReleaseHold release => await ReleaseAsync(release, actor, cancellationToken),
                BookAppointment booking => await BookAsync(booking, key, actor, cancellationToken),
                // Whoever left no number is called back where they called from.
                LeaveCallback leave => await LeaveAsync(leave with { Phone = leave.Phone ?? caller.CallerNumber }, key, actor, cancellationToken),
                VerifyIdentity claim => await _patients.VerifyAsync(claim, key, actor, cancellationToken),
                PersonalRequest personal => await _patients.RunAsync(personal, key, actor, cancellationToken),
                _ => new ToolFailed(ToolFailure.NotAllowed),
            };
        }
        catch (OperationCanceledException)
        {
            return new ToolFailed(ToolFailure.Late);
        }
        catch (Exception lost)
        {
            // The book's exceptions all mean that the store is lost and nothing was changed.
            ToolLog.Failed(logger, caller.CallId, call.Value, request.GetType().Name, lost);
            return new ToolFailed(ToolFailure.Unavailable);
        }
    }

    /// <inheritdoc/>
    public async Task EndAsync(CallIdentity caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        try
        {
            await clinic.Identity.EndAsync(Actor.Call(caller.CallId), CancellationToken.None);
        }
        catch (Exception lost)
        {
            // What the call verified ends by itself within hours; its handles are random and no other call can use them.
            ToolLog.NotEnded(logger, caller.CallId, lost);
        }
    }

    private async Task<ToolResult> FindAsync(FindOpenings find, Actor actor, CancellationToken cancellationToken)
    {
        var query = new OpeningQuery
        {
            FirstDay = find.From,
            LastDay = find.To,
            Earliest = find.TimeOfDay.From,
            Before = find.TimeOfDay.To == TimeOnly.MaxValue ? null : find.TimeOfDay.To,
            DoctorId = find.DoctorId,
            VisitTypeId = find.VisitTypeId,
            Limit = find.Limit,
        };
        var openings = await clinic.Booking.FindOpeningsAsync(query, actor, cancellationToken);
        return new OpeningsFound([.. openings.Select(Handle)]);
    }

    private async Task<ToolResult> HoldAsync(HoldOpening hold, IdempotencyKey key, Actor actor, CancellationToken cancellationToken) =>
        await clinic.Booking.HoldAsync(new OpeningId(hold.OpeningId), key, actor, cancellationToken) is HoldResult.Placed placed
            ? new HoldPlaced(placed.Hold.Id.Value, Handle(placed.Hold.Opening))
            : new HoldRefused(hold.OpeningId);

    private async Task<ToolResult> ReleaseAsync(ReleaseHold release, Actor actor, CancellationToken cancellationToken)
    {
        await clinic.Booking.ReleaseHoldAsync(new HoldId(release.HoldId), actor, cancellationToken);
        return new HoldReleased(release.HoldId);
    }

    private async Task<ToolResult> BookAsync(BookAppointment booking, IdempotencyKey key, Actor actor, CancellationToken cancellationToken)
    {
        var patient = new PatientDetails(booking.Patient.Name, booking.Patient.BirthDate, booking.Patient.Phone);
        var details = new BookingDetails(patient, booking.Reason);
        return await clinic.Booking.BookAsync(new HoldId(booking.HoldId), details, key, actor, cancellationToken) switch
        {
            BookingResult.Booked booked => new Booked(booked.Appointment.Id.Value),
            BookingResult.Refused refused => new BookingRefused(Refusal(refused.Reason)),
            _ => new ToolFailed(ToolFailure.Unavailable),
        };
    }

    private async Task<ToolResult> LeaveAsync(LeaveCallback leave, IdempotencyKey key, Actor actor, CancellationToken cancellationToken)
    {
        var summary = leave.Urgent ? "URGENT. " + leave.Summary : leave.Summary;
        var task = await clinic.Callbacks.AddAsync(new CallbackRequest(leave.Name, leave.Phone, leave.Reason, summary), key, actor, cancellationToken);
        return new CallbackSaved(task.Id.Value);
    }

    private static OpeningHandle Handle(Opening opening) => new(opening.Id.Value, opening.DoctorId, opening.LocalStart);

    private static DialogRefusal Refusal(BookingRefusal reason) => reason switch
    {
        BookingRefusal.HoldExpired or BookingRefusal.HoldUnknown => DialogRefusal.HoldExpired,
        _ => DialogRefusal.AgainstRule,
    };
}
