using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Finds the guards' phrases. Deterministic, before every other parser, never left to a model.</summary>
public static class GuardParser
{
    private static readonly string[] _emergency =
    [
        "chest pain", "chest pains", "trouble breathing", "can't breathe", "cannot breathe", "not breathing", "isn't breathing", "short of breath", "heart attack", "a stroke", "collapsed", "unconscious",
        "passed out", "won't wake up", "lot of blood", "bleeding badly", "bleeding heavily", "won't stop bleeding", "too many pills", "overdose", "overdosed", "hurt myself", "kill myself", "end my life", "suicide",
        "suicidal", "an emergency", "choking", "seizure", "anaphylactic", "call an ambulance", "nine one one", "911", "face is drooping", "can't feel my",
    ];

    private static readonly string[] _notEmergency = ["not an emergency", "no emergency", "isn't an emergency"];

    private static readonly string[] _person =
    [
        "a person", "real person", "a human", "human being", "speak to someone", "talk to someone", "speak with someone", "talk with someone", "speak to somebody", "talk to somebody", "operator", "representative", "the front desk",
        "front desk", "receptionist", "transfer me", "speak to the nurse", "talk to a nurse", "speak to a nurse", "talk to the nurse", "speak with a nurse", "a nurse", "speak to doctor", "talk to doctor", "speak with doctor", "real human",
        "let me speak", "let me talk", "speak to a", "talk to a", "customer service", "an agent",
    ];

    private static readonly string[] _stop = ["stop calling", "off your list", "don't call me", "do not call", "remove my number", "unsubscribe"];

    private static readonly string[] _recording = ["don't want to be recorded", "do not record", "don't record", "stop recording", "not be recorded", "turn off the recording", "not want to be recorded"];

    /// <summary>The guard the words trip, the gravest first.</summary>
    public static Guard Parse(ImmutableArray<Word> words)
    {
        if (words.HasAny(_emergency) && !words.HasAny(_notEmergency))
        {
            return Guard.Emergency;
        }

        if (words.HasAny(_stop))
        {
            return Guard.StopCalling;
        }

        if (words.HasAny(_recording))
        {
            return Guard.RecordingRefused;
        }

        var asks = words.HasAny(_person) && !words.HasAny("talking to a", "are you a person", "speaking to a");
        return asks || (words.Length == 1 && words[0].Text is "agent" or "person" or "human" or "nurse" or "receptionist") ? Guard.Person : Guard.None;
    }
}
