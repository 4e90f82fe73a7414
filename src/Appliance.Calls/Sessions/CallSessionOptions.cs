using Appliance.Dialog;

namespace Appliance.Calls.Sessions;

/// <summary>How a call is held. Immutable.</summary>
public sealed record CallSessionOptions
{
    /// <summary>Timing and manners of the conversation.</summary>
    public DialogOptions Dialog { get; init; } = DialogOptions.Default;

    /// <summary>Whether calls are recorded. Default true.</summary>
    public bool Record { get; init; } = true;

    /// <summary>A call that gets no RTP for so long is over. 2 s to 10 min, default 20 s.</summary>
    public TimeSpan MediaTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait for one tool. 100 ms to 1 min, default 10 s.</summary>
    public TimeSpan ToolTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Everything that is wrong with these values; empty when all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        AddIfOutside(problems, nameof(MediaTimeout), MediaTimeout, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10));
        AddIfOutside(problems, nameof(ToolTimeout), ToolTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        return problems;
    }

    private static void AddIfOutside(List<string> problems, string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            problems.Add($"{name} is {value}; it must lie between {least} and {most}.");
        }
    }
}
