namespace Appliance.Dialog.Tools;

/// <summary>A visit that the verified caller has.</summary>
/// <param name="Id">Opaque id of the clinic.</param>
/// <param name="DoctorId">A doctor of the facts.</param>
/// <param name="VisitTypeId">A visit type of the facts.</param>
/// <param name="Start">Start in clinic local time (kind unspecified).</param>
public sealed record VisitHandle(string Id, string DoctorId, string VisitTypeId, DateTime Start);
