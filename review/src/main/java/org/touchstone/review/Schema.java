package org.touchstone.review;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the case store, and the numbered steps that lead to them. A step that was released is never changed. */
final class Schema {
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE cases (
              id INTEGER PRIMARY KEY,
              listing TEXT NOT NULL,
              mark TEXT NOT NULL,
              brand TEXT NOT NULL,
              outlook TEXT NOT NULL,
              score REAL NOT NULL,
              rank INTEGER NOT NULL,
              hit INTEGER REFERENCES hits (id),
              UNIQUE (listing, mark)
            ) STRICT""",
            "CREATE INDEX cases_by_score ON cases (score DESC, rank, id)",
            """
            CREATE TABLE hits (
              id INTEGER PRIMARY KEY,
              case_id INTEGER NOT NULL REFERENCES cases (id),
              digest TEXT NOT NULL,
              json TEXT NOT NULL,
              imported TEXT NOT NULL,
              UNIQUE (case_id, digest)
            ) STRICT""",
            """
            CREATE TABLE listings (
              id TEXT PRIMARY KEY,
              title TEXT NOT NULL,
              folder TEXT NOT NULL,
              json TEXT NOT NULL
            ) STRICT""",
            """
            CREATE TABLE decisions (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              case_id INTEGER NOT NULL REFERENCES cases (id),
              hit INTEGER NOT NULL REFERENCES hits (id),
              verdict TEXT CHECK (verdict IN ('infringing', 'counterfeit', 'authorised', 'unrelated', 'unsure')),
              undoes INTEGER UNIQUE REFERENCES decisions (id),
              reviewer TEXT NOT NULL,
              reason TEXT NOT NULL,
              at TEXT NOT NULL,
              CHECK ((verdict IS NULL) = (undoes IS NOT NULL))
            ) STRICT""",
            "CREATE INDEX decisions_by_case ON decisions (case_id, id)",
            """
            CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions
            BEGIN SELECT RAISE (ABORT, 'decisions are never changed'); END""",
            """
            CREATE TRIGGER decisions_are_not_removed BEFORE DELETE ON decisions
            BEGIN SELECT RAISE (ABORT, 'decisions are never removed'); END""",
            """
            CREATE VIEW ranked AS
            SELECT c.id, c.listing, c.mark, c.brand, c.outlook, c.score, c.rank, coalesce(l.title, '') AS title,
              (SELECT d.verdict FROM decisions d
                WHERE d.case_id = c.id AND d.verdict IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id)
                ORDER BY d.id DESC LIMIT 1) AS verdict
            FROM cases c LEFT JOIN listings l ON l.id = c.listing"""));

    private Schema() {}

    /**
     * Brings a store to the newest schema.
     *
     * @throws IOException when a newer version of the program has written the file, or it is no case store
     */
    static void migrate(Connection connection, Path file) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            int version = number(statement, "PRAGMA user_version");
            if (version > STEPS.size()) {
                statement.execute("ROLLBACK");
                throw new IOException("expected a case store of version " + STEPS.size() + " or less, found version "
                        + version + ": " + file + "; use the Touchstone that wrote it, or a newer one");
            }
            if (version == 0 && number(statement, "SELECT count(*) FROM sqlite_master") > 0) {
                statement.execute("ROLLBACK");
                throw new IOException("expected a case store or no file, found another database: " + file);
            }
            for (List<String> step : STEPS.subList(version, STEPS.size())) {
                for (String sql : step) {
                    statement.execute(sql);
                }
            }
            statement.execute("PRAGMA user_version = " + STEPS.size());
            statement.execute("COMMIT");
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
