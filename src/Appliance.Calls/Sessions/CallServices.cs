using Appliance.Calls.Records;
using Appliance.Calls.Tools;
using Appliance.Clinic.Profiles;
using Appliance.Inference.Stt;
using Appliance.Inference.Tts;
using Appliance.Inference.Vad;
using Appliance.Media.Pacing;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Sessions;

/// <summary>What all calls share. The owner disposes it after the last call.</summary>
public sealed record CallServices
{
    /// <summary>The clinic.</summary>
    public required ClinicProfile Clinic { get; init; }

    /// <summary>Tells speech from other sound.</summary>
    public required IVoiceActivityDetector VoiceActivity { get; init; }

    /// <summary>Writes speech down; null where the pack's recogniser is lost: callers are then told so and put through to people.</summary>
    public required ISpeechRecognizer? Recognizer { get; init; }

    /// <summary>Speaks.</summary>
    public required ISpeechSynthesizer Synthesizer { get; init; }

    /// <summary>How it speaks.</summary>
    public SpeechOptions Speech { get; init; } = SpeechOptions.Default;

    /// <summary>Acts.</summary>
    public required IClinicToolbox Toolbox { get; init; }

    /// <summary>Keeps.</summary>
    public required ICallArchive Archive { get; init; }

    /// <summary>The beat of all media.</summary>
    public required IPacer Pacer { get; init; }

    /// <summary>Sees each step of each call; null where nobody watches.</summary>
    public ICallWatcher? Watcher { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Logs without personal data.</summary>
    public required ILoggerFactory Loggers { get; init; }
}
