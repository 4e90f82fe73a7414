namespace Appliance.Dialog.Understanding;

/// <summary>What was heard of a doctor.</summary>
/// <param name="DoctorId">A doctor that exists, or null.</param>
/// <param name="Any">"Anyone is fine".</param>
/// <param name="Unknown">The name said, where no doctor here has it.</param>
public readonly record struct DoctorReading(string? DoctorId, bool Any = false, string? Unknown = null);
