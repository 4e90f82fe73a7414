using System.Collections.Immutable;
using Appliance.Host.Failures;
using Appliance.Inference.Packs;

namespace Appliance.Host.Engines;

/// <summary>A pack that was read and hashed, with everything that is wrong with it.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Problems">Empty when every file is what it should be.</param>
public sealed record PackInspection(ModelPack Pack, ImmutableArray<PackProblem> Problems)
{
    /// <summary>Reads and hashes a pack.</summary>
    /// <exception cref="ApplianceException">The manifest cannot be read.</exception>
    public static async Task<PackInspection> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var reading = ModelPack.Load(folder);
        if (reading.Pack is not { } pack)
        {
            throw new ApplianceException(
                File.Exists(Path.Combine(folder, "pack.json")) ? ApplianceErrorReason.DamagedModel : ApplianceErrorReason.MissingModel,
                $"There is no usable model pack in {folder}. {string.Join(" ", reading.Problems)}");
        }

        // Hashing names what reading saw already; what only reading sees (a length) is kept.
        var hashed = await PackVerification.VerifyAsync(pack, cancellationToken);
        return new PackInspection(pack, [.. hashed, .. reading.Problems.Where(seen => !hashed.Any(h => h.File == seen.File))]);
    }

    /// <summary>The stage, when the pack has it and nothing is wrong with it.</summary>
    public PackStage? SoundStage(PackStageKind kind) => Problem(kind) is null ? Pack.Stage(kind) : null;

    /// <summary>What is wrong with a stage or the whole pack; null when nothing is.</summary>
    public PackProblem? Problem(PackStageKind kind) => Problems.FirstOrDefault(problem => problem.Stage is null || problem.Stage == kind);
}
