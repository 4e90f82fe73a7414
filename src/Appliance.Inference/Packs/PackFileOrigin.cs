namespace Appliance.Inference.Packs;

/// <summary>How a file of a pack comes to the machine, and so what brings it back.</summary>
public enum PackFileOrigin
{
    /// <summary>Tracked in the repository.</summary>
    Repository = 0,

    /// <summary>Copied in by <c>scripts/setup.sh</c>.</summary>
    Setup,

    /// <summary>Fetched on a connected machine, or imported from a folder on an air-gapped one.</summary>
    Import,
}
