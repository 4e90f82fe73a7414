namespace Appliance.Inference.Llm.Batching;

/// <summary>A beginning that requests share: read once into a sequence of its own, from which others are given it.</summary>
internal sealed class SharedPrefix
{
    internal SharedPrefix(int sequence, int[] tokens)
    {
        Tokens = tokens;
        Feed = new SequenceFeed(sequence);
        Feed.Add(tokens);
    }

    internal int[] Tokens { get; }

    internal SequenceFeed Feed { get; }

    /// <summary>Whether it has been read whole.</summary>
    internal bool IsRead => Feed.Unread == 0;

    /// <summary>Running requests that begin with it.</summary>
    internal int Users { get; set; }

    /// <summary>Rises with each use, so that the one unused for longest is given up first.</summary>
    internal long LastUse { get; set; }
}
