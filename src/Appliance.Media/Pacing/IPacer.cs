namespace Appliance.Media.Pacing;

/// <summary>A beat that streams can join: the real one of 20 ms, or one that runs as fast as the machine. Safe for any thread.</summary>
public interface IPacer
{
    /// <summary>Gives the stream a tick from the next deadline on.</summary>
    void Add(IPacedStream stream);

    /// <summary>Stops its ticks; one that runs right now on another thread may still end after the return.</summary>
    void Remove(IPacedStream stream);
}
