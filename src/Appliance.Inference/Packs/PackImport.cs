namespace Appliance.Inference.Packs;

/// <summary>
/// Brings the files of a pack in from a folder, a USB stick on an air-gapped machine for example. All or nothing: the
/// files are copied aside, hashed, flushed, and renamed into place only when all of them are right.
/// </summary>
public static class PackImport
{
    /// <summary>
    /// Finds the manifest's files in the source folder and below it, by their path in the pack, by the name they were
    /// published under, or by their bare name. A file whose SHA-256 the manifest does not give is recorded in
    /// <c>checksums.json</c> beside the manifest, and from then on only that content is accepted. Refusals (missing,
    /// other content, no space, unreadable) come back as problems, and the pack is as it was before.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the pack is as it was before.</exception>
    public static async Task<PackImportResult> ImportAsync(
        string packFolder,
        string sourceFolder,
        PackImportOptions? options = null,
        IProgress<PackImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(packFolder);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceFolder);
        var folder = Path.GetFullPath(packFolder);
        try
        {
            var problems = new List<PackProblem>();
            if (new ManifestReader(folder, problems.Add).Read() is null)
            {
                return PackImportResult.Refused(problems);
            }

            using var staging = ImportStaging.Take(folder);
            staging.Settle();
            var run = new ImportRun(folder, staging, options ?? new PackImportOptions(), progress);
            return await run.RunAsync(sourceFolder, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return PackImportResult.Refused([ImportRun.Failed(folder, sourceFolder, error)]);
        }
    }
}
