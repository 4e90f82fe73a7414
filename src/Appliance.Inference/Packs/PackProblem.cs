namespace Appliance.Inference.Packs;

/// <summary>What is wrong with a pack.</summary>
public enum PackProblemKind
{
    /// <summary>A file does not exist.</summary>
    Missing = 0,

    /// <summary>A file has another length or SHA-256 than the manifest or the import recorded.</summary>
    Damaged,

    /// <summary>A file is there and nobody has recorded its SHA-256, so it cannot be verified.</summary>
    ChecksumUnknown,

    /// <summary><c>pack.json</c> or <c>checksums.json</c> is missing, is not JSON, or says something impossible.</summary>
    BadManifest,

    /// <summary>A file or folder cannot be read or written: permission, device, another import holds the pack.</summary>
    Unreadable,

    /// <summary>The source of an import does not hold a file that the pack needs.</summary>
    NotInSource,

    /// <summary>The source of an import holds several files of the name, and no checksum says which is meant.</summary>
    Ambiguous,

    /// <summary>The disk has not enough free space for an import.</summary>
    DiskFull,

    /// <summary>An import was cut off after its commit point and its renames cannot be finished.</summary>
    ImportUnfinished,
}

/// <summary>One thing wrong with a pack, with the command that mends it.</summary>
/// <param name="Stage">The stage that cannot run, or null when the whole pack is meant.</param>
/// <param name="File">The file, from the repository's root where there is one, else absolute.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">One line for people: names the file and what is wrong with it.</param>
/// <param name="Mend">The command or action that mends it.</param>
public sealed record PackProblem(PackStageKind? Stage, string File, PackProblemKind Kind, string Message, string Mend)
{
    /// <summary>The line to show: <c>stage: message. Mend: command</c>.</summary>
    public override string ToString() =>
        $"{(Stage is { } stage ? PackNames.Of(stage) : "pack")}: {Message}. Mend: {Mend}";
}
