using Appliance.Host.Engines;
using Appliance.Host.Failures;
using Appliance.Inference.Packs;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>The model pack in use: every file of it is hashed.</summary>
internal static class ModelCheck
{
    private const string Area = "models";

    public static async Task<IReadOnlyList<Finding>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var inspection = await PackInspection.RunAsync(folder, cancellationToken);
            var pack = inspection.Pack;
            var findings = new List<Finding>();
            foreach (var stage in pack.Stages.Where(stage => inspection.Problem(stage.Kind) is null))
            {
                findings.Add(Finding.Ok(Area, $"{pack.Name} {pack.Version}: {Name(stage.Kind)} ({stage.Engine}), {stage.Files.Length} files verified"));
            }

            findings.AddRange(inspection.Problems.Select(Of));
            findings.AddRange(MissingStages(pack));
            return findings;
        }
        catch (ApplianceException error)
        {
            return [Finding.Fail(Area, error.Message, "Run scripts/setup.sh, or choose a pack with --models DIR.")];
        }
    }

    // Only without ears is there no call; the others degrade, but a clinic cannot do without speech recognition.
    private static Finding Of(PackProblem problem) => problem.Stage is PackStageKind.Llm or PackStageKind.Tts
        ? Finding.Warn(Area, $"{Name(problem.Stage.Value)}: {problem.Message}", problem.Mend)
        : Finding.Fail(Area, $"{(problem.Stage is { } stage ? Name(stage) : "pack")}: {problem.Message}", problem.Mend);

    private static IEnumerable<Finding> MissingStages(ModelPack pack) => new[] { PackStageKind.Vad, PackStageKind.Stt }
        .Where(kind => pack.Stage(kind) is null)
        .Select(kind => Finding.Fail(Area, $"{pack.Name} has no stage {Name(kind)}", "Choose another pack with --models DIR."));

    private static string Name(PackStageKind kind) => kind.ToString().ToLowerInvariant();
}
