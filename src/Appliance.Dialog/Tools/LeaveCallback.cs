namespace Appliance.Dialog.Tools;

/// <summary>Queue a callback by a person. Answered by <see cref="CallbackSaved"/>.</summary>
/// <param name="Name">Caller's name, if known.</param>
/// <param name="Phone">Digits only, if known; otherwise the caller's number is all there is.</param>
/// <param name="Reason">Why, as a short phrase.</param>
/// <param name="Summary">What is known so far, one line.</param>
/// <param name="Urgent">An emergency was named.</param>
public sealed record LeaveCallback(string? Name, string? Phone, string Reason, string Summary, bool Urgent) : ToolRequest;
