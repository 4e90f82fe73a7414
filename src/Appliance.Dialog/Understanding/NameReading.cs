namespace Appliance.Dialog.Understanding;

/// <summary>What was heard of a person's name.</summary>
/// <param name="Given">First name.</param>
/// <param name="Family">Last name.</param>
/// <param name="Spelled">Whether the last name was spelled.</param>
public readonly record struct NameReading(string? Given, string? Family, bool Spelled = false);
