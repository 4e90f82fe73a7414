namespace Appliance.Dialog.Tools;

/// <summary>Find openings. No effect. Answered by <see cref="OpeningsFound"/>, ordered by start.</summary>
/// <param name="DoctorId">A doctor of the facts, null for any.</param>
/// <param name="VisitTypeId">A visit type of the facts, null for the clinic's default.</param>
/// <param name="From">First day, clinic local.</param>
/// <param name="To">Last day, included.</param>
/// <param name="TimeOfDay">Part of each day.</param>
/// <param name="Limit">At most this many.</param>
public sealed record FindOpenings(string? DoctorId, string? VisitTypeId, DateOnly From, DateOnly To, TimeOfDay TimeOfDay, int Limit) : ToolRequest;
