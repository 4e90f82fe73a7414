using Appliance.Cli.Output;

namespace Appliance.Cli.Tests.Output;

public sealed class ScreenTests
{
    [Fact]
    public void Table_WhenTheOutputIsNoTerminal_IsNeitherWrappedNorColoured()
    {
        using var output = new StringWriter();
        var wide = new string('x', 600);
        new Screen(output).Table(["a", "b"], [[wide, "FAIL"], ["[red]not markup[/]", "ok"]]);
        var text = output.ToString();
        Assert.Contains(wide, text, StringComparison.Ordinal);
        Assert.Contains("[red]not markup[/]", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.Single(text.Split('\n'), line => line.Contains("FAIL", StringComparison.Ordinal) && line.Contains(wide, StringComparison.Ordinal));
    }
}
