namespace Appliance.Dialog;

/// <summary>The engine that failed during a call.</summary>
public enum EngineStage
{
    /// <summary>Voice activity detection: caller speech is no longer noticed.</summary>
    VoiceActivity,

    /// <summary>Speech recognition.</summary>
    Recognition,

    /// <summary>Speech synthesis, with every fall-back voice.</summary>
    Synthesis,
}
