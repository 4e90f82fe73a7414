using Appliance.Inference.Packs;

namespace Appliance.Host.Engines;

/// <summary>A stage that runs without its model.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Message">What is wrong, and the mend.</param>
/// <param name="Effect">What callers notice.</param>
public sealed record EngineDegradation(PackStageKind Stage, string Message, string Effect);
