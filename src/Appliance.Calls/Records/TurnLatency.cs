using Appliance.Dialog.Turns;

namespace Appliance.Calls.Records;

/// <summary>
/// Where the time of one turn went, from the end of the caller's last voiced window to the first voiced sample of the reply on
/// the wire. <see cref="Total"/> = Endpointing + Understanding + Tool + Synthesis + Own; Recognition runs while the endpoint is
/// being waited for and is part of Endpointing.
/// </summary>
/// <param name="Endpointing">From the last voiced window to the commit.</param>
/// <param name="Recognition">From asking for the recognition that was used to its answer: queue, features, encoder, decoder.</param>
/// <param name="Understanding">From the commit to the reply's words or the tool that finds them: rules and flow.</param>
/// <param name="Tool">Waiting for the clinic's tools.</param>
/// <param name="Synthesis">From the reply's words to its first samples.</param>
/// <param name="Own">What is left: queues, the 20 ms beat, the leading silence of the voice.</param>
public sealed record TurnLatency(
    TimeSpan Endpointing, TimeSpan Recognition, TimeSpan Understanding, TimeSpan Tool, TimeSpan Synthesis, TimeSpan Own)
{
    /// <summary>Last voiced window in to first voiced sample out.</summary>
    public TimeSpan Total => Endpointing + Understanding + Tool + Synthesis + Own;
}

/// <summary>A turn with its latency; null where the agent said nothing, or was cut before its first voiced sample.</summary>
public sealed record TurnRecord(Turn Turn, TurnLatency? Latency);
