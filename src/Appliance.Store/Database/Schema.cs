namespace Appliance.Store.Database;

/// <summary>
/// The schema as a list of migrations; PRAGMA user_version counts those that have run. Columns hold nothing personal: personal
/// data stand in sealed bodies or as keyed hashes. Times are Unix milliseconds, UTC.
/// </summary>
internal static partial class Schema
{
    public static IReadOnlyList<string> Migrations { get; } = [First, Identity, Visits];

    // A day is the longest that one row may occupy; it bounds the search for overlaps.
    private const string First = """
        CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

        CREATE TABLE patients(
          id TEXT PRIMARY KEY, version INTEGER NOT NULL,
          name_index BLOB NOT NULL, birth_index BLOB NOT NULL, phone_index BLOB NOT NULL,
          body BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX patients_match ON patients(name_index, birth_index, phone_index);

        CREATE TABLE occupancy(
          id TEXT PRIMARY KEY, kind INTEGER NOT NULL CHECK(kind IN (1, 2)),
          doctor TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, expires INTEGER,
          CHECK("end" > start AND "end" - start <= 86400000), CHECK((kind = 1) = (expires IS NOT NULL))) STRICT;
        CREATE INDEX occupancy_time ON occupancy(doctor, start);
        CREATE TRIGGER occupancy_insert BEFORE INSERT ON occupancy BEGIN
          SELECT RAISE(ABORT, 'doctor is occupied') WHERE EXISTS(
            SELECT 1 FROM occupancy o WHERE o.doctor = NEW.doctor
              AND o.start < NEW."end" AND o."end" > NEW.start AND o.start > NEW.start - 86400000);
        END;
        CREATE TRIGGER occupancy_update BEFORE UPDATE OF doctor, start, "end" ON occupancy BEGIN
          SELECT RAISE(ABORT, 'doctor is occupied') WHERE EXISTS(
            SELECT 1 FROM occupancy o WHERE o.doctor = NEW.doctor AND o.id <> OLD.id
              AND o.start < NEW."end" AND o."end" > NEW.start AND o.start > NEW.start - 86400000);
        END;

        CREATE TABLE holds(
          id TEXT PRIMARY KEY, version INTEGER NOT NULL, state INTEGER NOT NULL CHECK(state IN (1, 2, 3)),
          holder TEXT NOT NULL, expires INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
        CREATE INDEX holds_expires ON holds(expires);

        CREATE TABLE appointments(
          id TEXT PRIMARY KEY, version INTEGER NOT NULL, occupancy TEXT NOT NULL UNIQUE REFERENCES occupancy(id),
          doctor TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
          patient TEXT NOT NULL REFERENCES patients(id), body BLOB NOT NULL) STRICT;
        CREATE INDEX appointments_start ON appointments(start);

        CREATE TABLE outbox(
          seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
          subject TEXT NOT NULL, created INTEGER NOT NULL, sent INTEGER) STRICT;

        CREATE TABLE idempotency(
          key_index BLOB PRIMARY KEY, request_index BLOB NOT NULL, subject TEXT NOT NULL, created INTEGER NOT NULL) STRICT;

        CREATE TABLE callbacks(
          id TEXT PRIMARY KEY, version INTEGER NOT NULL, status INTEGER NOT NULL, created INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
        CREATE INDEX callbacks_created ON callbacks(created);

        CREATE TABLE call_keys(call TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
        CREATE TABLE calls(
          id TEXT PRIMARY KEY, version INTEGER NOT NULL, started INTEGER NOT NULL, ended INTEGER NOT NULL,
          outcome TEXT NOT NULL, appointment TEXT, callback TEXT, erased INTEGER NOT NULL DEFAULT 0, body BLOB NOT NULL) STRICT;
        CREATE INDEX calls_started ON calls(started);

        CREATE TABLE audit(
          seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
          subject TEXT NOT NULL, mac BLOB NOT NULL) STRICT;
        CREATE TABLE audit_head(
          id INTEGER PRIMARY KEY CHECK(id = 1), seq INTEGER NOT NULL, mac BLOB NOT NULL,
          checkpoint INTEGER NOT NULL, seal BLOB NOT NULL) STRICT;
        """;
}
