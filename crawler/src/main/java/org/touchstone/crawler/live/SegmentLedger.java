package org.touchstone.crawler.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Which segments of a stream are still to be fetched, while lists come late, twice, out of order, or begin anew. Not
 * thread-safe.
 */
final class SegmentLedger {
    /** How much of a live list's past is fetched when a watch begins. */
    static final Duration BACKLOG = Duration.ofMinutes(1);

    static final int MAX_ATTEMPTS = 3;
    /** A rise in numbers beyond which the numbering counts as new. */
    private static final long MAX_RISE = 1_000;
    /** Numbers remembered behind the oldest of a list, so that an old list is known for what it is. */
    private static final long REMEMBERED = 2_000;

    private static final class Entry {
        private final String identity;
        private int attempts;
        private boolean done;

        Entry(String identity, boolean done) {
            this.identity = identity;
            this.done = done;
        }
    }

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private long lost;
    private int runs;
    private int resets;

    /** Takes note of a list; whether it held anything new. */
    boolean see(Playlist.Media media) {
        List<Segment> segments = media.segments();
        if (segments.isEmpty()) {
            return false;
        }
        if (entries.isEmpty()) {
            start(media);
            return true;
        }
        long last = segments.getLast().sequence();
        boolean fell = last < entries.lastKey();
        if (fell && isOld(segments)) {
            return add(segments);
        }
        if (fell || last > entries.lastKey() + MAX_RISE) {
            loseBefore(Long.MAX_VALUE);
            entries.clear();
            resets++;
            add(segments);
            return true;
        }
        lost += Math.max(0, media.sequence() - entries.lastKey() - 1);
        loseBefore(media.sequence());
        boolean fresh = add(segments);
        entries.headMap(media.sequence() - REMEMBERED).clear();
        return fresh;
    }

    /** Those of the list that are still to be fetched, oldest first. */
    List<Segment> due(Playlist.Media media) {
        return media.segments().stream()
                .filter(segment -> {
                    Entry entry = entries.get(segment.sequence());
                    return entry != null && !entry.done && entry.identity.equals(identity(segment));
                })
                .toList();
    }

    /** There is nothing more to fetch of it. */
    void done(Segment segment) {
        Entry entry = entries.get(segment.sequence());
        if (entry != null) {
            entry.done = true;
        }
    }

    /** It could not be had, this time; whether that was the last time. */
    boolean failed(Segment segment) {
        Entry entry = entries.get(segment.sequence());
        if (entry == null || entry.done || ++entry.attempts < MAX_ATTEMPTS) {
            return false;
        }
        entry.done = true;
        lost++;
        return true;
    }

    /** The server says that it has no bytes of it. */
    void lost(Segment segment) {
        done(segment);
        lost++;
    }

    int lost() {
        return (int) Math.min(lost, Integer.MAX_VALUE);
    }

    int runs() {
        return runs;
    }

    int resets() {
        return resets;
    }

    private void start(Playlist.Media media) {
        List<Segment> wanted = new ArrayList<>(media.segments());
        Duration behind = Duration.ZERO;
        for (int i = wanted.size() - 1; i >= 0 && !media.ended(); i--) {
            Segment segment = wanted.get(i);
            if (behind.compareTo(BACKLOG) >= 0) {
                entries.put(segment.sequence(), new Entry(identity(segment), true));
            }
            behind = behind.plus(segment.duration());
        }
        add(wanted);
    }

    private boolean add(List<Segment> segments) {
        boolean fresh = false;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            // Before the first that is known nothing is added: it was left out when the watch began.
            boolean known = entries.containsKey(segment.sequence())
                    || !entries.isEmpty() && segment.sequence() < entries.firstKey();
            if (!known) {
                // A number that was never listed, and so counted as lost, is listed after all.
                lost -= !entries.isEmpty() && segment.sequence() < entries.lastKey() ? 1 : 0;
                entries.put(segment.sequence(), new Entry(identity(segment), false));
                runs += i > 0 && segments.get(i - 1).run() != segment.run() ? 1 : 0;
                fresh = true;
            }
        }
        return fresh;
    }

    /**
     * Whether those of these numbers that are known stand for what they stood for: a cache gave an old list. One between
     * known numbers, none of which it holds, is old, too: it was passed over before.
     */
    private boolean isOld(List<Segment> segments) {
        boolean any = segments.getFirst().sequence() > entries.firstKey();
        for (Segment segment : segments) {
            Entry entry = entries.get(segment.sequence());
            if (entry != null && !entry.identity.equals(identity(segment))) {
                return false;
            }
            any |= entry != null;
        }
        return any;
    }

    private void loseBefore(long sequence) {
        for (Entry entry : entries.headMap(sequence).values()) {
            if (!entry.done) {
                entry.done = true;
                lost++;
            }
        }
    }

    private static String identity(Segment segment) {
        return segment.source().identity();
    }
}
