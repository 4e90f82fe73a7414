namespace Appliance.Dialog.Inputs;

/// <summary>A key of the telephone (RFC 4733).</summary>
/// <param name="At">When it was let go.</param>
/// <param name="Digit">0-9, * or #; others are ignored.</param>
public sealed record DigitPressed(TimeSpan At, char Digit) : DialogInput(At);
