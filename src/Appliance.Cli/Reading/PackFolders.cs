using Appliance.Cli.Output;
using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Inference.Packs;

namespace Appliance.Cli.Reading;

/// <summary>The packs beside the one in use. <c>--models</c> may also name the folder that holds the packs.</summary>
/// <param name="Root">Folder that holds the packs.</param>
/// <param name="InUse">Folder of the pack in use.</param>
internal sealed record PackFolders(string Root, string InUse)
{
    public static PackFolders Of(ApplianceOptions options)
    {
        var folder = Path.TrimEndingDirectorySeparator(options.ModelPack);
        return IsPack(folder) || !Directory.Exists(folder) || !Directory.EnumerateDirectories(folder).Any(IsPack)
            ? new PackFolders(Path.GetDirectoryName(folder) ?? folder, folder)
            : new PackFolders(folder, Path.Combine(folder, "mini"));
    }

    public IEnumerable<string> All() => Directory.Exists(Root) ? Directory.EnumerateDirectories(Root).Where(IsPack).Order(StringComparer.Ordinal) : [];

    /// <exception cref="ApplianceException">There is no such pack; those that are there are named.</exception>
    public string Find(string? name)
    {
        var folder = name is null ? InUse : Path.Combine(Root, name);
        return name?.Contains('/', StringComparison.Ordinal) != true && IsPack(folder)
            ? folder
            : throw new ApplianceException(
                ApplianceErrorReason.MissingModel,
                $"There is no model pack {name ?? folder}. In {Root} there are: {string.Join(", ", All().Select(Path.GetFileName).DefaultIfEmpty("none"))}.");
    }

    public static PackProblemJson Json(PackProblem problem) => new(
        problem.Stage?.ToString().ToLowerInvariant(), problem.File, problem.Kind.ToString(), problem.Message, problem.Mend);

    private static bool IsPack(string folder) => File.Exists(Path.Combine(folder, "pack.json"));
}
