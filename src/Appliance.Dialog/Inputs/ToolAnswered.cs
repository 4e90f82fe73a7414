using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Inputs;

/// <summary>Answer to <see cref="Actions.CallTool"/>. A tool that fails answers <see cref="ToolFailed"/>; every call is answered once.</summary>
public sealed record ToolAnswered(TimeSpan At, ToolCallId Call, ToolResult Result) : DialogInput(At);
