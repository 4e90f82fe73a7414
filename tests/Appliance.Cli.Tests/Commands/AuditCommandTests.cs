namespace Appliance.Cli.Tests.Commands;

public sealed class AuditCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_WhenTheTrailIsSound_ExitsWith0()
    {
        await _folder.FillAsync();
        var outcome = await _folder.RunAsync("audit", "verify");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("The audit trail is sound", outcome.Output, StringComparison.Ordinal);
        var json = (await _folder.RunAsync("audit", "verify", "--json")).Json;
        Assert.True(json.GetProperty("sound").GetBoolean());
        Assert.True(json.GetProperty("entries").GetInt64() > 3);
    }

    [Fact]
    public async Task Verify_WhenACheckpointWasForged_ExitsWith1AndNamesTheFault()
    {
        await _folder.FillAsync();
        await File.AppendAllTextAsync(Path.Combine(_folder.Data, "audit.checkpoints"), "forged\n", TestContext.Current.CancellationToken);
        var outcome = await _folder.RunAsync("audit", "verify");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("CheckpointForged", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("restore the last backup", outcome.Error, StringComparison.Ordinal);
        var json = await _folder.RunAsync("audit", "verify", "--json");
        Assert.Equal((1, false), (json.ExitCode, json.Json.GetProperty("sound").GetBoolean()));
    }

    [Fact]
    public async Task List_WhenAsked_ShowsIdsInOrderAndGoesOnAfterAnEntry()
    {
        await _folder.FillAsync();
        var all = (await _folder.RunAsync("audit", "list", "--json")).Json.EnumerateArray().ToArray();
        Assert.Equal(Enumerable.Range(1, all.Length).Select(i => (long)i), all.Select(entry => entry.GetProperty("sequence").GetInt64()));
        var next = (await _folder.RunAsync("audit", "list", "--json", "--after", "2", "--limit", "1")).Json;
        Assert.Equal(3, Assert.Single(next.EnumerateArray()).GetProperty("sequence").GetInt64());
        Assert.DoesNotContain("Example", (await _folder.RunAsync("audit", "list")).Output, StringComparison.Ordinal);
    }
}
