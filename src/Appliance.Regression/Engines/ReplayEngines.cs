using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Inference.Stt;
using Appliance.Inference.Tts;
using Appliance.Inference.Vad;
using Appliance.Store;

namespace Appliance.Regression.Engines;

/// <summary>The very parts that hold real calls; opened and owned by whoever starts the replay.</summary>
public sealed record ReplayEngines
{
    /// <summary>Tells speech from other sound.</summary>
    public required IVoiceActivityDetector VoiceActivity { get; init; }

    /// <summary>Writes speech down.</summary>
    public required ISpeechRecognizer Recognizer { get; init; }

    /// <summary>The agent's voice, 16 kHz.</summary>
    public required ISpeechSynthesizer Agent { get; init; }

    /// <summary>The callers' voices: libespeak-ng. Behind a cache, since its samples hang a little on what it spoke before.</summary>
    public required ISpeechSynthesizer Callers { get; init; }

    /// <summary>Keeps the calls of a store.</summary>
    public required Func<ApplianceStore, ICallArchive> Archive { get; init; }

    /// <summary>How calls are held.</summary>
    public CallSessionOptions Session { get; init; } = new();

    /// <summary>What the engines cost in virtual time.</summary>
    public EngineCharges Charges { get; init; } = new();
}
