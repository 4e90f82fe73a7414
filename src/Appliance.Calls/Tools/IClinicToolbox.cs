using Appliance.Dialog.Tools;

namespace Appliance.Calls.Tools;

/// <summary>What the agent may do in the clinic, on behalf of one call.</summary>
public interface IClinicToolbox
{
    /// <summary>Runs a tool; a tool that cannot run answers <see cref="ToolFailed"/>. Asking again with the same call and id has no second effect.</summary>
    Task<ToolResult> RunAsync(string callId, ToolCallId call, ToolRequest request, CancellationToken cancellationToken);
}
