using System.Collections.Immutable;

namespace Appliance.Inference.Packs;

/// <summary>What was read of a pack folder: the pack and everything that is wrong with it, reported together.</summary>
/// <param name="Pack">The pack, also when files are missing, so that the sound stages can run; null when the manifest cannot be read.</param>
/// <param name="Problems">Empty when all is well.</param>
public sealed record PackReading(ModelPack? Pack, ImmutableArray<PackProblem> Problems)
{
    /// <summary>True when the pack was read and nothing is wrong with it.</summary>
    public bool IsSound => Pack is not null && Problems.IsEmpty;

    /// <summary>True when the pack has the stage and no problem names it or the whole pack.</summary>
    public bool StageIsSound(PackStageKind stage) =>
        Pack?.Stage(stage) is not null && Problems.All(problem => problem.Stage is { } named && named != stage);
}
