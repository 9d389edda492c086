package org.touchstone.crawler.keep;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a crawl came, in one SQLite file with a write-ahead log. Changes are made durable together, by {@link #commit}:
 * before that the caller forces the files that they speak of. Thread-safe; statements run one at a time.
 */
public final class CrawlStore implements Closeable {
    private static final int VERSION = 2;

    private static final String SCHEMA = """
            CREATE TABLE visits (identity TEXT PRIMARY KEY, url TEXT NOT NULL, host TEXT NOT NULL, depth INTEGER NOT NULL,
                attempt INTEGER NOT NULL, priority INTEGER NOT NULL, state INTEGER NOT NULL, turn INTEGER NOT NULL, shape TEXT NOT NULL,
                via TEXT NOT NULL) WITHOUT ROWID;
            CREATE INDEX visits_next ON visits (host, priority, turn) WHERE state = 0;
            CREATE TABLE shapes (shape TEXT PRIMARY KEY, barren INTEGER NOT NULL, left INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE met (id TEXT PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE pages (url TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, file TEXT NOT NULL,
                place INTEGER NOT NULL, sha256 TEXT NOT NULL, record TEXT NOT NULL, received INTEGER NOT NULL, content TEXT NOT NULL,
                asked INTEGER NOT NULL, since INTEGER NOT NULL, changes INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE answers (url TEXT PRIMARY KEY, file TEXT NOT NULL, place INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE images (url TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE listings (id TEXT PRIMARY KEY, content TEXT NOT NULL, url TEXT NOT NULL) WITHOUT ROWID;
            CREATE INDEX listings_url ON listings (url);
            CREATE TABLE passing (id TEXT PRIMARY KEY, url TEXT NOT NULL, offered TEXT NOT NULL);
            CREATE TABLE numbers (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE texts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            """;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Opens or makes a store. */
    public CrawlStore(Path file) throws IOException {
        Connection opened = null;
        try {
            opened = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = opened.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("PRAGMA cache_size=-16384");
                opened.setAutoCommit(false);
                try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
                    version.next();
                    prepare(statement, version.getInt(1), file);
                }
            }
            opened.commit();
            connection = opened;
        } catch (SQLException e) {
            close(opened);
            String why = String.valueOf(e.getMessage()).contains("BUSY")
                    ? "another crawl is at work there"
                    : String.valueOf(e.getMessage());
            throw new IOException("cannot open the state of the crawl, " + file + ": " + why, e);
        }
    }

    private static void prepare(Statement statement, int version, Path file) throws SQLException, IOException {
        if (version == 0) {
            for (String each : SCHEMA.split(";\\s*\\R")) {
                statement.execute(each);
            }
            statement.execute("PRAGMA user_version = " + VERSION);
        } else if (version != VERSION) {
            throw new IOException("expected the state of a crawl in version " + VERSION + ", found version " + version
                    + " in " + file + "; crawl into another folder");
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // what made it fail to open is told already
        }
    }

    /** Makes all changes since the last time durable. */
    public synchronized void commit() throws IOException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed("commit", e);
        }
    }

    /** Changes rows; how many. */
    public synchronized int change(String sql, Object... values) throws IOException {
        try {
            return with(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Takes one row apart. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The first row, if there is one. */
    public synchronized <T> Optional<T> first(String sql, Row<T> row, Object... values) throws IOException {
        try (ResultSet found = with(sql, values).executeQuery()) {
            return found.next() ? Optional.of(row.of(found)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** All rows, in memory: for few. */
    public synchronized <T> List<T> all(String sql, Row<T> row, Object... values) throws IOException {
        try (ResultSet found = with(sql, values).executeQuery()) {
            List<T> out = new ArrayList<>();
            while (found.next()) {
                out.add(row.of(found));
            }
            return out;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** A number that was remembered, 0 at first. */
    public long number(String name) throws IOException {
        return first("SELECT value FROM numbers WHERE name = ?", row -> row.getLong(1), name)
                .orElse(0L);
    }

    public void setNumber(String name, long value) throws IOException {
        change(
                "INSERT INTO numbers VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }

    /** A text that was remembered, empty at first. */
    public String text(String name) throws IOException {
        return first("SELECT value FROM texts WHERE name = ?", row -> row.getString(1), name)
                .orElse("");
    }

    public void setText(String name, String value) throws IOException {
        change("INSERT INTO texts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value);
    }

    private PreparedStatement with(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static IOException failed(String sql, SQLException e) {
        return new IOException(
                "the state of the crawl cannot be read or written: " + e.getMessage() + " (" + sql + ")", e);
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw failed("close", e);
        }
    }
}
