namespace Appliance.Dialog.Understanding.Model;

/// <summary>Something that exists and that the model may name.</summary>
/// <param name="Handle">How the model names it, such as "d2": a-z and 0-9, never a clinic's id.</param>
/// <param name="Id">The clinic's id; it is not shown to the model.</param>
/// <param name="Name">What it is called.</param>
public sealed record ModelChoice(string Handle, string Id, string Name);
