namespace Appliance.Inference.Packs;

/// <summary>One file of a stage.</summary>
/// <param name="Role">What the engine uses it as: <c>model</c>, <c>encoder</c>, <c>decoder</c>, <c>tokens</c>, <c>voice</c>, <c>config</c>.</param>
/// <param name="RelativePath">Path inside the pack's folder, with forward slashes; never leaves the folder.</param>
/// <param name="FullPath">Absolute path on this machine; the file need not exist.</param>
/// <param name="Sha256">64 lower-case hex digits, from the manifest or recorded at import; null when nobody has seen the file.</param>
/// <param name="Bytes">Length in bytes, or null when unknown.</param>
/// <param name="Origin">What brings the file back when it is missing or damaged.</param>
/// <param name="Source">Where it was published: a URL or <c>npm:PACKAGE@VERSION/PATH</c>; null when made in this repository.</param>
/// <param name="ChecksumIsRecorded">True when <see cref="Sha256"/> was recorded at import and is not the manifest's own.</param>
public sealed record PackFile(
    string Role,
    string RelativePath,
    string FullPath,
    string? Sha256,
    long? Bytes,
    PackFileOrigin Origin,
    string? Source,
    bool ChecksumIsRecorded);
