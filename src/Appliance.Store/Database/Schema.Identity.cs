namespace Appliance.Store.Database;

/// <summary>The second migration: who verified whom in which call. The database itself knows no fourth try.</summary>
internal static partial class Schema
{
    private const string Identity = """
        CREATE TABLE identity_checks(
          id TEXT PRIMARY KEY, call TEXT NOT NULL, number INTEGER NOT NULL CHECK(number BETWEEN 1 AND 3),
          patient TEXT REFERENCES patients(id), created INTEGER NOT NULL, expires INTEGER NOT NULL,
          UNIQUE(call, number)) STRICT;
        CREATE INDEX identity_checks_created ON identity_checks(created);
        """;
}
