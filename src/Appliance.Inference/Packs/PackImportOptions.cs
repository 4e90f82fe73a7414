using System.Collections.Immutable;

namespace Appliance.Inference.Packs;

/// <summary>How an import behaves.</summary>
public sealed record PackImportOptions
{
    /// <summary>Bytes that must stay free on the disk beyond the files themselves; 0 or more; default 256 MiB.</summary>
    public long ReserveBytes { get; init; } = 256L << 20;

    /// <summary>The stages to bring in; empty means all; default all.</summary>
    public ImmutableArray<PackStageKind> Stages { get; init; } = [];
}

/// <summary>A file is about to be copied.</summary>
/// <param name="File">Path inside the pack.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Number">1 for the first file.</param>
/// <param name="Count">How many files are copied in all.</param>
public sealed record PackImportProgress(string File, long Bytes, int Number, int Count);

/// <summary>What an import did.</summary>
/// <param name="Imported">Files copied in, as paths inside the pack.</param>
/// <param name="Recorded">Files whose SHA-256 was recorded for the first time.</param>
/// <param name="Unchanged">Files that were in place and sound, and were left alone.</param>
/// <param name="Problems">Why nothing was changed; empty when the import succeeded.</param>
public sealed record PackImportResult(
    ImmutableArray<string> Imported,
    ImmutableArray<string> Recorded,
    ImmutableArray<string> Unchanged,
    ImmutableArray<PackProblem> Problems)
{
    /// <summary>True when every file of the chosen stages is in place and sound.</summary>
    public bool Succeeded => Problems.IsEmpty;

    internal static PackImportResult Refused(IEnumerable<PackProblem> problems) => new([], [], [], [.. problems]);
}
