using Appliance.Calls.Records;
using Appliance.Dialog.Tools;

namespace Appliance.Calls.Tools;

/// <summary>What the agent may do in the clinic, on behalf of one call.</summary>
public interface IClinicToolbox
{
    /// <summary>Runs a tool; a tool that cannot run answers <see cref="ToolFailed"/>. Asking again for the same caller and id has no second effect.</summary>
    Task<ToolResult> RunAsync(CallIdentity caller, ToolCallId call, ToolRequest request, CancellationToken cancellationToken);

    /// <summary>The call is over: nothing that it verified counts any more. Never throws.</summary>
    Task EndAsync(CallIdentity caller);
}
