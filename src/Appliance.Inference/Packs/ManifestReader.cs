using System.Collections.Immutable;
using System.Text.Json;

namespace Appliance.Inference.Packs;

/// <summary>Turns <c>pack.json</c> into a <see cref="ModelPack"/> and reports everything that it says wrongly.</summary>
internal sealed class ManifestReader(string folder, Action<PackProblem> report)
{
    private readonly string _manifest = PackPath.Display(folder, PackNames.Manifest);

    /// <summary>The pack, or null when the manifest as a whole cannot be used.</summary>
    public ModelPack? Read()
    {
        if (ReadDocument() is not { } document)
        {
            return null;
        }

        if (document.Format != ManifestDocument.CurrentFormat)
        {
            Bad(null, $"has format {document.Format}, this version reads format {ManifestDocument.CurrentFormat}");
            return null;
        }

        var recorded = PackChecksums.Read(folder, report);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var stages = document.Stages.Select(pair => ReadStage(pair.Key, pair.Value, recorded, paths)).OfType<PackStage>();
        return new ModelPack(document.Name, document.Version, document.Description, folder, [.. stages.OrderBy(s => s.Kind)]);
    }

    private ManifestDocument? ReadDocument()
    {
        try
        {
            var document = JsonSerializer.Deserialize(
                File.ReadAllBytes(Path.Combine(folder, PackNames.Manifest)), PackJson.Default.ManifestDocument);
            if (document is null)
            {
                Bad(null, "is empty");
            }

            return document;
        }
        catch (JsonException error)
        {
            Bad(null, $"is not a manifest: {error.Message}");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            Bad(null, "does not exist");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Bad(null, $"cannot be read ({error.Message})");
        }

        return null;
    }

    private PackStage? ReadStage(
        string key,
        ManifestStage? stage,
        ImmutableSortedDictionary<string, string> recorded,
        HashSet<string> paths)
    {
        if (PackNames.StageOf(key) is not { } kind)
        {
            Bad(null, $"names a stage '{key}'; stages are vad, stt, llm, tts");
            return null;
        }

        if (stage is null || stage.Files.Contains(null))
        {
            Bad(kind, "has null where a stage or a file must stand");
            return null;
        }

        if (PackEngines.RolesOf(stage.Engine, kind) is not { } roles)
        {
            Bad(kind, $"names an engine '{stage.Engine}' that does not serve this stage");
            return null;
        }

        var named = stage.Files.Select(file => file!.Role).Order(StringComparer.Ordinal);
        if (!named.SequenceEqual(roles.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            Bad(kind, $"must name the files [{string.Join(", ", roles)}] for {stage.Engine}, once each");
            return null;
        }

        var files = stage.Files.Select(file => ReadFile(kind, file!, recorded, paths)).ToList();
        return files.Contains(null)
            ? null
            : new PackStage(kind, stage.Engine, [.. files.OfType<PackFile>()], stage.Licence, stage.Source, Settings(stage));
    }

    private PackFile? ReadFile(
        PackStageKind kind,
        ManifestFile file,
        ImmutableSortedDictionary<string, string> recorded,
        HashSet<string> paths)
    {
        if (!PackPath.TryResolve(folder, file.Path, out var fullPath))
        {
            return BadFile(kind, $"names a path '{file.Path}' that is not inside the pack");
        }

        if (!paths.Add(file.Path))
        {
            return BadFile(kind, $"names '{file.Path}' twice");
        }

        if (file.Sha256 is { } sum && !PackChecksums.IsSha256(sum))
        {
            return BadFile(kind, $"gives '{file.Path}' a sha256 that is not 64 lower-case hex digits");
        }

        if (file.Bytes is <= 0)
        {
            return BadFile(kind, $"gives '{file.Path}' a length of {file.Bytes}");
        }

        var known = file.Sha256 ?? recorded.GetValueOrDefault(file.Path);
        var isRecorded = file.Sha256 is null && known is not null;
        return new PackFile(file.Role, file.Path, fullPath, known, file.Bytes, file.Origin, file.Source, isRecorded);
    }

    private static ImmutableSortedDictionary<string, string> Settings(ManifestStage stage) =>
        stage.Parameters?.ToImmutableSortedDictionary(
            pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal)
        ?? ImmutableSortedDictionary<string, string>.Empty;

    private PackFile? BadFile(PackStageKind stage, string what)
    {
        Bad(stage, what);
        return null;
    }

    private void Bad(PackStageKind? stage, string what) =>
        report(new PackProblem(
            stage, _manifest, PackProblemKind.BadManifest, $"{_manifest} {what}", PackMend.Manifest(folder)));
}
