namespace Appliance.Inference.Packs;

/// <summary>The problems that a file of a pack can have, worded in one place.</summary>
internal static class PackProblems
{
    public static PackProblem Missing(ModelPack pack, PackStage stage, PackFile file) =>
        Of(pack, stage, file, PackProblemKind.Missing, "is missing");

    public static PackProblem WrongLength(ModelPack pack, PackStage stage, PackFile file, long length) =>
        Of(pack, stage, file, PackProblemKind.Damaged, $"is damaged ({length} bytes instead of {file.Bytes})");

    public static PackProblem WrongSum(ModelPack pack, PackStage stage, PackFile file) =>
        Of(pack, stage, file, PackProblemKind.Damaged, "is damaged (SHA-256 differs)");

    public static PackProblem Unreadable(ModelPack pack, PackStage stage, PackFile file, Exception error) =>
        Of(pack, stage, file, PackProblemKind.Unreadable, $"cannot be read ({error.Message})");

    /// <summary>Mended by an import of the pack's own folder, which records what is there.</summary>
    public static PackProblem SumUnknown(ModelPack pack, PackStage stage, PackFile file) =>
        Of(pack, stage, file, PackProblemKind.ChecksumUnknown, "has no recorded SHA-256, so it cannot be verified") with
        {
            Mend = $"appliance models import {PackPath.Display(pack.Folder, string.Empty)} --pack {pack.Name}",
        };

    private static PackProblem Of(ModelPack pack, PackStage stage, PackFile file, PackProblemKind kind, string what)
    {
        var name = PackPath.Display(pack.Folder, file.RelativePath);
        return new PackProblem(
            stage.Kind, name, kind, $"{name} {what}", PackMend.Of(pack.Folder, file.RelativePath, file.Origin));
    }
}
