using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Actions;

/// <summary>Run a tool. Asked only after a turn is committed. Answered by <see cref="Inputs.ToolAnswered"/>.</summary>
public sealed record CallTool(ToolCallId Call, ToolRequest Request) : DialogAction;
