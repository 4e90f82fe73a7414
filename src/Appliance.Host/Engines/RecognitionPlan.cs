namespace Appliance.Host.Engines;

/// <summary>How the machine's cores are shared out to speech recognition.</summary>
/// <param name="Workers">Batches that run at the same time.</param>
/// <param name="Threads">Threads of each.</param>
public sealed record RecognitionPlan(int Workers, int Threads)
{
    /// <summary>
    /// One thread per core, at most 8, unless said otherwise. Below four threads one worker has them all: batches are larger, and
    /// on two busy cores ten callers' final recognitions of the mini pack took 22 ms (median), with two workers 34 to 84 ms. From
    /// four on there are two, so that a final need not wait for the encoder run of partials.
    /// </summary>
    /// <param name="threads">Threads in all; 0 for the default.</param>
    /// <param name="cores">Cores of the machine.</param>
    public static RecognitionPlan Of(int threads, int cores)
    {
        var all = threads > 0 ? threads : Math.Clamp(cores, 1, 8);
        var workers = all >= 4 ? 2 : 1;
        return new RecognitionPlan(workers, all / workers);
    }
}
