namespace Appliance.Inference.Packs;

/// <summary>One import, with the pack's lock held and the staging area at rest.</summary>
internal sealed class ImportRun(
    string folder, ImportStaging staging, PackImportOptions options, IProgress<PackImportProgress>? progress)
{
    private readonly List<PackProblem> _problems = [];

    public async Task<PackImportResult> RunAsync(string sourceFolder, CancellationToken cancellationToken)
    {
        var pack = new ManifestReader(folder, _problems.Add).Read();
        if (pack is null || _problems.Count > 0)
        {
            return PackImportResult.Refused(_problems);
        }

        var stages = pack.Stages.Where(stage => options.Stages.IsDefaultOrEmpty || options.Stages.Contains(stage.Kind));
        var plan = await new ImportPlanner(pack, ImportSource.Open(sourceFolder)).PlanAsync(stages, cancellationToken);
        var refusals = plan.Problems.Concat(LackOfSpace(plan)).ToList();
        if (refusals.Count > 0)
        {
            return PackImportResult.Refused(refusals);
        }

        try
        {
            return await CopyAsync(pack, plan, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Before the commit point this throws the copies away, after it this finishes the renames.
            staging.Settle();
            return PackImportResult.Refused([Failed(folder, sourceFolder, error)]);
        }
        catch (OperationCanceledException)
        {
            staging.Discard();
            throw;
        }
    }

    /// <summary>The disk or the stick failed.</summary>
    public static PackProblem Failed(string folder, string sourceFolder, Exception error) => new(
        null,
        sourceFolder,
        PackProblemKind.Unreadable,
        $"the import from {sourceFolder} into {folder} stopped and changed nothing ({error.Message})",
        $"check the stick, the permissions and that no other import runs, then {PackMend.Import(folder)}");

    private async Task<PackImportResult> CopyAsync(ModelPack pack, ImportPlan plan, CancellationToken cancellationToken)
    {
        var recorded = new Dictionary<string, string>(plan.Recorded, StringComparer.Ordinal);
        for (var i = 0; i < plan.Copies.Length; i++)
        {
            var (stage, file, from, bytes) = plan.Copies[i];
            progress?.Report(new PackImportProgress(file.RelativePath, bytes, i + 1, plan.Copies.Length));
            var sum = await ImportCopy.CopyAsync(from, staging.PathFor(file.RelativePath), cancellationToken);
            if (file.Sha256 is null)
            {
                recorded[file.RelativePath] = sum;
            }
            else if (!string.Equals(sum, file.Sha256, StringComparison.Ordinal))
            {
                _problems.Add(Mismatch(pack, stage, file, from));
            }
        }

        if (_problems.Count > 0)
        {
            staging.Discard();
            return PackImportResult.Refused(_problems);
        }

        Record(recorded);
        cancellationToken.ThrowIfCancellationRequested();
        staging.Commit();
        var order = StringComparer.Ordinal;
        return new PackImportResult(
            [.. plan.Copies.Select(copy => copy.File.RelativePath)], [.. recorded.Keys.Order(order)], plan.Unchanged, []);
    }

    private void Record(Dictionary<string, string> recorded)
    {
        if (recorded.Count == 0)
        {
            return;
        }

        var sums = PackChecksums.Read(folder, _problems.Add).SetItems(recorded);
        ImportCopy.Write(staging.PathFor(PackNames.Checksums), PackChecksums.Write(sums));
    }

    private IEnumerable<PackProblem> LackOfSpace(ImportPlan plan)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (plan.Copies.Length > 0 && free - options.ReserveBytes < plan.Bytes)
        {
            yield return new PackProblem(
                null,
                folder,
                PackProblemKind.DiskFull,
                $"{folder} has {free >> 20} MiB free, the import needs {plan.Bytes >> 20} MiB and {options.ReserveBytes >> 20} MiB of reserve",
                $"free space on that disk, then {PackMend.Import(folder)}");
        }
    }

    private static PackProblem Mismatch(ModelPack pack, PackStage stage, PackFile file, string from) => new(
        stage.Kind,
        from,
        PackProblemKind.Damaged,
        $"{from} is not the file that {pack.Name} expects as {file.RelativePath} (SHA-256 differs)",
        file.ChecksumIsRecorded
            ? $"copy it again; to accept other content, remove its line from {PackPath.Display(pack.Folder, PackNames.Checksums)}"
            : $"copy it again from {file.Source ?? "the project's repository"}");
}
