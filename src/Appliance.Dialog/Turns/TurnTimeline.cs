namespace Appliance.Dialog.Turns;

/// <summary>Moments of a turn, all since answer.</summary>
public sealed record TurnTimeline
{
    /// <summary>First voice onset.</summary>
    public required TimeSpan SpeechStart { get; init; }

    /// <summary>End of the last voiced window.</summary>
    public required TimeSpan SpeechEnd { get; init; }

    /// <summary>When the recognition that was used was asked for.</summary>
    public required TimeSpan RecognitionAsked { get; init; }

    /// <summary>When it was answered.</summary>
    public required TimeSpan RecognitionAnswered { get; init; }

    /// <summary>When the turn was committed.</summary>
    public required TimeSpan EndpointDecided { get; init; }

    /// <summary>When the words of the reply were known; later than the endpoint where a tool was asked.</summary>
    public required TimeSpan ReplyDecided { get; init; }
}
