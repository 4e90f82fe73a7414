namespace Appliance.Media.Pacing;

/// <summary>One call's share of the 20 ms beat. Both methods run on the pacer's thread and must not block.</summary>
public interface IPacedStream
{
    /// <summary>
    /// Called once per 20 ms. <paramref name="tick"/> counts deadlines since the pacer started; it goes up by one each
    /// time, or by more when the machine stood still for longer than the pacer makes up for.
    /// </summary>
    void OnTick(long tick);

    /// <summary>Called once after <see cref="OnTick"/> threw; the stream has been removed by then.</summary>
    void OnFault(Exception exception);
}
