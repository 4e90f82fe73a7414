using System.Reflection;
using System.Xml.Linq;

namespace Appliance.Architecture.Tests;

/// <summary>Every public type of the product says what it is.</summary>
public sealed class PublicDocumentationTests
{
    [Theory]
    [InlineData("Appliance.Sip")]
    [InlineData("Appliance.Media")]
    [InlineData("Appliance.Inference")]
    [InlineData("Appliance.Dialog")]
    [InlineData("Appliance.Clinic")]
    [InlineData("Appliance.Store")]
    [InlineData("Appliance.Calls")]
    [InlineData("Appliance.Regression")]
    [InlineData("Appliance.Host")]
    public void PublicType_WhenExported_HasASummary(string assemblyName)
    {
        var assembly = Assembly.Load(assemblyName);
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        var exported = assembly.GetExportedTypes().Select(type => "T:" + type.FullName!.Replace('+', '.'));
        Assert.Empty(exported.Except(documented));
    }
}
