namespace Appliance.Media.Tests;

/// <summary>Tests that keep the beat of 20 ms: they run when no other test takes the processor from them.</summary>
[CollectionDefinition(nameof(RealTime), DisableParallelization = true)]
public sealed class RealTime;
