namespace Appliance.Dialog.Tools;

/// <summary>A real opening the agent may offer.</summary>
/// <param name="Id">Opaque id of the clinic.</param>
/// <param name="DoctorId">A doctor of the facts.</param>
/// <param name="Start">Start in clinic local time (kind unspecified).</param>
public sealed record OpeningHandle(string Id, string DoctorId, DateTime Start);
