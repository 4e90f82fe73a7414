using Appliance.Clinic.Appointments;
using Appliance.Clinic.Callbacks;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Visits;

namespace Appliance.Calls.Tools;

/// <summary>All of the clinic that the tools of a call reach. What is personal stands behind <see cref="VerifiedPatient"/>.</summary>
public sealed record ClinicPorts(IBookingDesk Booking, IIdentityDesk Identity, IVisitDesk Visits, ICallbackQueue Callbacks);
