using Appliance.EndToEnd.Tests.Serving;

namespace Appliance.EndToEnd.Tests.Calls;

/// <summary>One of the demonstration's callers: real SIP and RTP, its own voice and ears, in a process of its own.</summary>
internal static class ScriptedCall
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string FileOf(string script) => Repository.PathOf("scripts", "demo", script + ".json");

    public static ChildProcess Start(ServedAppliance appliance, string script, params IEnumerable<string> more) => ChildProcess.Appliance(
        ["call", appliance.Uri, "--script", FileOf(script), "--name", script, .. more]);
}
