using System.Text.RegularExpressions;
using Appliance.Clinic;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Profiles;
using Appliance.Store.Database;
using Appliance.Store.Identity;
using Appliance.Store.Keys;
using SQLitePCL;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Identity;

/// <summary>Whoever probes for patients hears the same and makes the database do the same, statement by statement.</summary>
public sealed partial class NoExistenceLeakTests : IDisposable
{
    private static readonly IdentityClaim s_true = new(Pat.Name, Pat.BirthDate, Pat.Phone);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task VerifyClaim_WhetherThePatientExistsOrNot_AnswersAndWorksTheSame(bool needsPhone)
    {
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        var profile = Profile with { IdentityNeedsPhone = needsPhone };
        IdentityClaim[] wrong =
        [
            s_true with { Name = "Nobody Known" },
            s_true with { BirthDate = new DateOnly(1971, 4, 24) },
            s_true with { Phone = "5550000000" },
            s_true with { Name = "Nobody Known", Phone = null },
            s_true with { Name = "", Phone = "" },
        ];
        var probes = wrong.Select((claim, i) => Probe(profile, claim, "probe-" + i)).ToList();
        Assert.All(probes, probe => Assert.Equal(new IdentityResult.NotVerified(2), probe.Answer));
        Assert.All(probes, probe => Assert.Equal(probes[0].Statements, probe.Statements));
        Assert.Contains(probes[0].Statements, sql => sql.Contains("FROM patients", StringComparison.Ordinal));

        var (answer, statements) = Probe(profile, s_true, "owner");
        Assert.IsType<IdentityResult.Verified>(answer);
        Assert.Equal(probes[0].Statements, statements);
    }

    private (IdentityResult Answer, List<string> Statements) Probe(ClinicProfile profile, IdentityClaim claim, string caller)
    {
        using var master = KeyFile.Load(_folder.Options.KeyFile, _folder.Options.DataDirectory);
        using var connection = SqliteConnections.Open(_folder.Options);
        var statements = new List<string>();
        raw.sqlite3_trace(connection.Handle, (_, sql) => statements.Add(Literal().Replace(sql, "?")), null);
        connection.Execute("BEGIN IMMEDIATE");
        var transaction = new StoreTransaction(connection, new StoreKeys(master), _folder.Time.GetUtcNow(), 0, faults: null);
        var answer = new VerifyClaim(profile, claim, new IdempotencyKey(caller + ":1"), Caller(caller)).Run(transaction);
        transaction.Commit();
        return (answer, statements);
    }

    // SQLite traces statements with their values filled in.
    [GeneratedRegex("x'[0-9a-fA-F]*'|'[^']*'|\\bNULL\\b|\\b\\d+\\b")]
    private static partial Regex Literal();
}
