using System.Collections.Immutable;

namespace Appliance.Inference.Packs;

/// <summary>Hashes every file of a pack. FIPS 180-4: https://doi.org/10.6028/NIST.FIPS.180-4</summary>
public static class PackVerification
{
    /// <summary>
    /// Everything that is wrong with the pack's files: missing, damaged, of unknown sum, unreadable. Empty means that
    /// each file is byte for byte what the manifest or the import recorded.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ImmutableArray<PackProblem>> VerifyAsync(
        ModelPack pack, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var problems = ImmutableArray.CreateBuilder<PackProblem>();
        foreach (var stage in pack.Stages)
        {
            foreach (var file in stage.Files)
            {
                if (await CheckAsync(pack, stage, file, cancellationToken) is { } problem)
                {
                    problems.Add(problem);
                }
            }
        }

        return problems.ToImmutable();
    }

    private static async ValueTask<PackProblem?> CheckAsync(
        ModelPack pack, PackStage stage, PackFile file, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(file.FullPath))
            {
                return PackProblems.Missing(pack, stage, file);
            }

            if (file.Sha256 is not { } expected)
            {
                return PackProblems.SumUnknown(pack, stage, file);
            }

            var actual = await FileSum.OfAsync(file.FullPath, cancellationToken);
            return string.Equals(actual, expected, StringComparison.Ordinal)
                ? null
                : PackProblems.WrongSum(pack, stage, file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return PackProblems.Unreadable(pack, stage, file, error);
        }
    }
}
