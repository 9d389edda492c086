package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.crawler.keep.CrawlStore;

/**
 * Which forms of addresses give offers. Pages of a form that gave so many in a row without a new one are visited after all
 * others of their host, and in the end not at all: calendars, filters that can be combined without end, session ids in
 * paths. For the frontier, which sees to it that one thread is in here at a time.
 */
final class Traps {
    /** Barren pages in a row after which a form comes last. */
    static final int LATE = 50;
    /** And after which it is left. */
    static final int LEFT = 250;

    private enum Standing {
        USUAL,
        LATE,
        LEFT
    }

    /**
     * A form of addresses that was left.
     *
     * @param shape such as {@code shop.example/calendar/#/#}
     * @param visited pages of it in a row that gave nothing new
     * @param left addresses of it that were not visited
     */
    record Trap(String shape, int visited, long left) {}

    private final CrawlStore store;
    /** Only forms that have been visited often stand here. */
    private final Map<String, Standing> standings = new HashMap<>();

    Traps(CrawlStore store) throws IOException {
        this.store = store;
        for (Trap trap : list("barren >= " + LATE)) {
            standings.put(trap.shape(), standing(trap.visited()));
        }
    }

    private static Standing standing(int barren) {
        return barren >= LEFT ? Standing.LEFT : barren >= LATE ? Standing.LATE : Standing.USUAL;
    }

    private List<Trap> list(String where) throws IOException {
        return store.all(
                "SELECT shape, barren, left FROM shapes WHERE " + where + " ORDER BY left DESC LIMIT 1000",
                row -> new Trap(row.getString(1), row.getInt(2), row.getLong(3)));
    }

    boolean isLate(String shape) {
        return standings.getOrDefault(shape, Standing.USUAL) != Standing.USUAL;
    }

    boolean isLeft(String shape) {
        return standings.get(shape) == Standing.LEFT;
    }

    /** Counts addresses that are not visited because of their form. */
    void left(String shape, int count) throws IOException {
        store.change("UPDATE shapes SET left = left + ? WHERE shape = ?", count, shape);
    }

    /**
     * Notes what a visit gave.
     *
     * @return whether the form's standing is another now
     */
    boolean visited(URI page, boolean fruitful) throws IOException {
        String shape = Shape.of(page);
        if (fruitful) {
            store.change("UPDATE shapes SET barren = 0 WHERE shape = ?", shape);
            return standings.remove(shape) != null;
        }
        store.change(
                "INSERT INTO shapes VALUES (?, 1, 0) ON CONFLICT (shape) DO UPDATE SET barren = barren + 1", shape);
        int barren = store.first("SELECT barren FROM shapes WHERE shape = ?", row -> row.getInt(1), shape)
                .orElse(0);
        Standing standing = standing(barren);
        return standing != Standing.USUAL && standings.put(shape, standing) != standing;
    }

    /** The forms that were left, those first that would have led furthest. */
    List<Trap> all() throws IOException {
        return list("barren >= " + LEFT + " AND left > 0");
    }
}
