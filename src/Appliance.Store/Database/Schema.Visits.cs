namespace Appliance.Store.Database;

/// <summary>
/// The third migration: appointments may be cancelled. A cancelled one is kept and occupies nothing; SQLite cannot drop NOT NULL, so
/// the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
/// </summary>
internal static partial class Schema
{
    private const string Visits = """
        CREATE TABLE appointments_next(
          id TEXT PRIMARY KEY, version INTEGER NOT NULL, state INTEGER NOT NULL CHECK(state IN (1, 2)),
          occupancy TEXT UNIQUE REFERENCES occupancy(id),
          doctor TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
          patient TEXT NOT NULL REFERENCES patients(id), body BLOB NOT NULL,
          CHECK((state = 1) = (occupancy IS NOT NULL))) STRICT;
        INSERT INTO appointments_next SELECT id, version, 1, occupancy, doctor, start, "end", patient, body FROM appointments;
        DROP TABLE appointments;
        ALTER TABLE appointments_next RENAME TO appointments;
        CREATE INDEX appointments_start ON appointments(start);
        CREATE INDEX appointments_patient ON appointments(patient, start);
        """;
}
