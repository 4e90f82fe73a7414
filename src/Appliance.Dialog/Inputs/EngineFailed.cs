namespace Appliance.Dialog.Inputs;

/// <summary>An engine is lost for this call.</summary>
public sealed record EngineFailed(TimeSpan At, EngineStage Stage) : DialogInput(At);
