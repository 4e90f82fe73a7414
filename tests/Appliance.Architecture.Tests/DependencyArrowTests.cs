using System.Xml.Linq;

namespace Appliance.Architecture.Tests;

/// <summary>The arrows between projects stand in the README's map of src; a new arrow is a decision, not an accident.</summary>
public sealed class DependencyArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Sip"] = [],
        ["Media"] = [],
        ["Inference"] = ["Media"],
        ["Dialog"] = [],
        ["Clinic"] = [],
        ["Store"] = ["Clinic", "Dialog"],
        ["Calls"] = ["Sip", "Media", "Inference", "Dialog", "Clinic"],
        ["Regression"] = ["Calls", "Store"],
        ["Host"] = ["Sip", "Media", "Inference", "Dialog", "Clinic", "Store", "Calls"],
        ["Cli"] = ["Sip", "Media", "Inference", "Dialog", "Clinic", "Store", "Calls", "Regression", "Host"],
    };

    [Fact]
    public void ProjectReferences_WhenRead_FollowTheArrows()
    {
        var projects = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories);
        Assert.Equal(Allowed.Keys.Order(), projects.Select(NameOf).Order());
        foreach (var project in projects)
        {
            var references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => NameOf(reference.Attribute("Include")!.Value));
            Assert.Empty(references.Except(Allowed[NameOf(project)]).Select(to => $"{NameOf(project)} → {to}"));
        }
    }

    [Fact]
    public void TopLevel_WhenListed_HoldsOnlyWhatTheDesignNames()
    {
        string[] allowed = ["src", "models", "firmware-config", "tests", "scripts", "artifacts", "README.md", "Dockerfile.cuda",
            "Appliance.sln", "BannedSymbols.txt", "Directory.Build.props", "Directory.Packages.props", "global.json"];
        var entries = Directory.GetFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith('.'));
        Assert.Empty(entries.Except(allowed));
    }

    private static string NameOf(string projectPath) =>
        Path.GetFileNameWithoutExtension(projectPath.Replace('\\', '/'))["Appliance.".Length..];
}
