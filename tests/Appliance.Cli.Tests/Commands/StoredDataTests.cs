using System.Globalization;

namespace Appliance.Cli.Tests.Commands;

/// <summary>Appointments and callbacks, for people and for scripts.</summary>
public sealed class StoredDataTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Appointments_WhenOneIsBooked_AreListedForPeople()
    {
        var appointment = await _folder.FillAsync();
        var outcome = await _folder.RunAsync("appointments");
        Assert.Equal(0, outcome.ExitCode);
        var line = Assert.Single(outcome.Output.Split('\n'), line => line.Contains("Patricia O'Example", StringComparison.Ordinal));
        Assert.Contains(appointment.LocalStart.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
        Assert.Contains(appointment.Id.Value, line, StringComparison.Ordinal);
        Assert.Contains("1 appointments", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appointments_AsJson_HaveStableNames()
    {
        var appointment = await _folder.FillAsync();
        var one = Assert.Single((await _folder.RunAsync("appointments", "--json")).Json.EnumerateArray());
        Assert.Equal(
            ["id", "start", "startUtc", "minutes", "doctor", "visitType", "name", "birthDate", "phone", "reason", "bookedBy", "bookedAt", "status"],
            one.EnumerateObject().Select(property => property.Name));
        Assert.Equal(appointment.Id.Value, one.GetProperty("id").GetString());
        Assert.Equal(appointment.LocalStart.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), one.GetProperty("start").GetString());
        Assert.Equal(appointment.Visit.Start, one.GetProperty("startUtc").GetDateTimeOffset());
        Assert.Equal("Patricia O'Example", one.GetProperty("name").GetString());
        Assert.Equal("1971-04-23", one.GetProperty("birthDate").GetString());
        Assert.Equal("call/call-test", one.GetProperty("bookedBy").GetString());
    }

    [Fact]
    public async Task Appointments_WhenDaysAreGiven_ListsThatSpanWithBothDays()
    {
        var appointment = await _folder.FillAsync();
        var day = DateOnly.FromDateTime(appointment.LocalStart);
        Assert.Single((await ListAsync(day, day)).Json.EnumerateArray());
        Assert.Empty((await ListAsync(day.AddDays(1), day.AddDays(9))).Json.EnumerateArray());
        Assert.Empty((await ListAsync(day.AddDays(-9), day.AddDays(-1))).Json.EnumerateArray());
    }

    [Fact]
    public async Task Callbacks_WhenOneIsLeft_AreListedWithWhatTheCallerWants()
    {
        await _folder.FillAsync();
        Assert.Contains("Robin Example", (await _folder.RunAsync("callbacks")).Output, StringComparison.Ordinal);
        var one = Assert.Single((await _folder.RunAsync("callbacks", "--json")).Json.EnumerateArray());
        Assert.Equal(["id", "status", "name", "phone", "reason", "summary", "leftBy", "leftAt"], one.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("open", "5550104478"), (one.GetProperty("status").GetString(), one.GetProperty("phone").GetString()));
    }

    [Theory]
    [InlineData("appointments")]
    [InlineData("callbacks")]
    [InlineData("calls", "list")]
    public async Task Read_WhenPersonalDataAreShown_IsAuditedUnderAUser(params string[] command)
    {
        await _folder.FillAsync();
        await using (var store = _folder.OpenStore())
        {
            Assert.DoesNotContain(await store.Audit.ListAsync(0, 100, TestContext.Current.CancellationToken), entry => entry.Actor.StartsWith("user/", StringComparison.Ordinal));
        }

        Assert.Equal(0, (await _folder.RunAsync(command)).ExitCode);

        await using var reopened = _folder.OpenStore();
        Assert.Contains(await reopened.Audit.ListAsync(0, 100, TestContext.Current.CancellationToken), entry => entry.Actor.StartsWith("user/", StringComparison.Ordinal) && entry.Action.EndsWith("Read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("appointments")]
    [InlineData("callbacks")]
    [InlineData("calls", "latency")]
    [InlineData("audit", "verify")]
    public async Task Read_WhenNothingIsStored_SaysSoAndMakesNothing(params string[] command)
    {
        Assert.Contains("--data DIR", (await _folder.RunAsync(command)).FailsWithOneLine(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Data));
    }

    [Fact]
    public async Task Read_WithAnotherKey_SaysSo()
    {
        await _folder.FillAsync();
        var other = Path.Combine(_folder.Root, "other");
        Store.Keys.KeyFile.Create(other);
        var outcome = await CommandFolder.RunBareAsync("appointments", "--data", _folder.Data, "--key", other);
        Assert.Contains("--key FILE", outcome.FailsWithOneLine(), StringComparison.Ordinal);
    }

    private Task<CommandOutcome> ListAsync(DateOnly from, DateOnly to) => _folder.RunAsync(
        "appointments", "--json", "--from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--to", to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
