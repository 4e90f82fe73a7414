namespace Appliance.Cli.Calling;

/// <summary>What the command line of <c>appliance call</c> says, as it was written.</summary>
public sealed record CallWishes
{
    /// <summary>SIP URI.</summary>
    public required string Target { get; init; }

    /// <summary>Lines to say.</summary>
    public IReadOnlyList<string> Say { get; init; } = [];

    /// <summary>Script file.</summary>
    public string? Script { get; init; }

    /// <summary>WAV file to play.</summary>
    public string? WavIn { get; init; }

    /// <summary>WAV file to record into.</summary>
    public string? Wav { get; init; }

    /// <summary>JSON file for the report.</summary>
    public string? Report { get; init; }

    /// <summary>Voice of espeak-ng.</summary>
    public string? Voice { get; init; }

    /// <summary>Speed as a factor.</summary>
    public double? Speed { get; init; }

    /// <summary>Longest talk.</summary>
    public int Seconds { get; init; } = 180;

    /// <summary>Folder of the model pack.</summary>
    public string? Models { get; init; }

    /// <summary>Label.</summary>
    public string? Name { get; init; }
}
