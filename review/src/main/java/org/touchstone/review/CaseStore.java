package org.touchstone.review;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.touchstone.record.Rejection;

/**
 * Cases and their decisions in one SQLite file. Decisions are only ever added; the file itself refuses anything else.
 * Thread-safe: one operation at a time; other processes may use the same file, on a local disk.
 */
public final class CaseStore implements Closeable {
    private static final int BUSY_MILLIS = 5_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 4_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;
    private final Clock clock;

    private CaseStore(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Opens a store; a missing file is made.
     *
     * @throws IOException when the file is no case store, or one of a newer version
     */
    public static CaseStore open(Path file) throws IOException {
        return open(file, Clock.systemUTC());
    }

    static CaseStore open(Path file, Clock clock) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try {
                Schema.migrate(connection, file);
                return new CaseStore(connection, clock);
            } catch (SQLException | IOException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException(
                    "expected a case store, found a file that SQLite cannot use: " + file + ": " + e.getMessage(), e);
        }
    }

    /** Imports a hit list: all of it or, when it fails or is killed, nothing. Known hits are left as they are. */
    public ImportReport importHits(Path hits, Consumer<Rejection> rejections) throws IOException {
        return inTransaction(() -> new Import(connection, clock.instant()).hits(hits, rejections));
    }

    /** Imports listings, so that pages can show them: all of them or nothing. */
    public ImportReport importListings(Path listings, Consumer<Rejection> rejections) throws IOException {
        return inTransaction(() -> new Import(connection, clock.instant()).listings(listings, rejections));
    }

    /** Cases of a filter, best first. */
    public List<CaseLine> list(CaseFilter filter, long offset, int limit) throws IOException {
        return alone(() -> {
            String sql =
                    "SELECT v.id, v.rank, v.score, v.outlook, v.title, v.listing, v.mark, v.brand, v.verdict FROM ranked v"
                            + " WHERE " + filter.condition() + " ORDER BY v.score DESC, v.rank, v.id LIMIT ? OFFSET ?";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                int at = bind(query, filter);
                query.setInt(at, limit);
                query.setLong(at + 1, offset);
                List<CaseLine> lines = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        String title = row.getString(5);
                        lines.add(new CaseLine(
                                row.getLong(1),
                                row.getLong(2),
                                row.getDouble(3),
                                row.getString(4),
                                title.isBlank() ? row.getString(6) : title,
                                row.getString(7),
                                row.getString(8),
                                verdict(row.getString(9))));
                    }
                }
                return lines;
            }
        });
    }

    /** How many cases a filter has. */
    public long count(CaseFilter filter) throws IOException {
        return alone(() -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT count(*) FROM ranked v WHERE " + filter.condition())) {
                bind(query, filter);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    /** The case after (or before) another in a filter's order; absent at the end. The other need not be in the filter. */
    public OptionalLong beside(long id, CaseFilter filter, boolean after) throws IOException {
        return alone(() -> {
            String sql = "SELECT v.id FROM ranked v, (SELECT score, rank, id FROM cases WHERE id = ?) h WHERE "
                    + (after
                            ? "(-v.score, v.rank, v.id) > (-h.score, h.rank, h.id)"
                            : "(-v.score, v.rank, v.id) < (-h.score, h.rank, h.id)")
                    + " AND " + filter.condition() + " ORDER BY "
                    + (after ? "v.score DESC, v.rank, v.id" : "v.score, v.rank DESC, v.id DESC") + " LIMIT 1";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setLong(1, id);
                int at = 2;
                for (String parameter : filter.parameters()) {
                    query.setString(at++, parameter);
                }
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    /** A case with everything that is known of it. */
    public Optional<Case> find(long id) throws IOException {
        return alone(() -> new CaseReader(connection).find(id));
    }

    /**
     * Records a verdict on a case's newest hit.
     *
     * @param seen id of the last step that the reviewer saw, 0 for none
     * @throws DecidedMeanwhileException when there is a later step
     * @throws IllegalArgumentException when there is no such case, or the reviewer has no name
     */
    public void decide(long caseId, long seen, Verdict verdict, String reviewer, String reason)
            throws IOException, DecidedMeanwhileException {
        append(caseId, seen, verdict, reviewer, reason);
    }

    /** Takes the verdict in force back, by another step. Nothing happens when there is none. */
    public void undo(long caseId, long seen, String reviewer) throws IOException, DecidedMeanwhileException {
        append(caseId, seen, null, reviewer, "");
    }

    private void append(long caseId, long seen, @Nullable Verdict verdict, String reviewer, String reason)
            throws IOException, DecidedMeanwhileException {
        String name = cut(reviewer.strip(), LONGEST_NAME);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a decision needs a reviewer");
        }
        Instant at = clock.instant();
        boolean meanwhile = inTransaction(() -> {
            Case found = new CaseReader(connection)
                    .find(caseId)
                    .orElseThrow(() -> new IllegalArgumentException("no case " + caseId));
            if (found.seen() != seen) {
                return true;
            }
            long undone = verdict == null ? inForce(found) : 0;
            if (verdict == null && undone == 0) {
                return false;
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO decisions (case_id, hit, verdict, undoes, reviewer, reason, at)"
                            + " VALUES (?, (SELECT hit FROM cases WHERE id = ?), ?, ?, ?, ?, ?)")) {
                insert.setLong(1, caseId);
                insert.setLong(2, caseId);
                insert.setString(3, verdict == null ? null : verdict.key());
                insert.setObject(4, verdict == null ? undone : null);
                insert.setString(5, name);
                insert.setString(6, cut(reason.strip(), LONGEST_REASON));
                insert.setString(7, at.toString());
                insert.executeUpdate();
            }
            return false;
        });
        if (meanwhile) {
            throw new DecidedMeanwhileException(caseId);
        }
    }

    private static long inForce(Case found) {
        List<Decision> trail = found.trail();
        for (int i = trail.size() - 1; i >= 0; i--) {
            Decision decision = trail.get(i);
            boolean undone = trail.stream().anyMatch(other -> other.undoes() == decision.id());
            if (decision.verdict() != null && !undone) {
                return decision.id();
            }
        }
        return 0;
    }

    static @Nullable Verdict verdict(@Nullable String key) {
        return key == null ? null : Verdict.of(key).orElse(null);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static int bind(PreparedStatement query, CaseFilter filter) throws SQLException {
        int at = 1;
        for (String parameter : filter.parameters()) {
            query.setString(at++, parameter);
        }
        return at;
    }

    /** Work with the database. */
    private interface Work<T> {
        T run() throws SQLException, IOException;
    }

    private <T> T alone(Work<T> work) throws IOException {
        lock.lock();
        try {
            return work.run();
        } catch (SQLException e) {
            throw new IOException("the case store failed: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T inTransaction(Work<T> work) throws IOException {
        return alone(() -> {
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.run();
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    execute("ROLLBACK");
                }
            }
        });
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        alone(() -> {
            connection.close();
            return true;
        });
    }
}
