namespace Appliance.Dialog.Understanding.Model;

/// <summary>What a model answered, as it wrote it. Nothing of it counts before <see cref="ModelReading"/> has checked it.</summary>
/// <param name="Intent">One of <see cref="IntentNames"/>, or null.</param>
/// <param name="Doctor">Handle of a doctor, or null.</param>
/// <param name="VisitType">Handle of a visit type, or null.</param>
/// <param name="Opening">Handle of an opening, or null.</param>
/// <param name="YesNo">Yes, no, or neither.</param>
/// <param name="Probability">Of its least sure choice, 0 to 1.</param>
public sealed record ModelAnswer(string? Intent, string? Doctor, string? VisitType, string? Opening, bool? YesNo, float Probability);
