namespace Appliance.Dialog.Tools;

/// <summary>What the conversation asks of the clinic. Typed; names only doctors, visit types and openings that exist.</summary>
public abstract record ToolRequest;
