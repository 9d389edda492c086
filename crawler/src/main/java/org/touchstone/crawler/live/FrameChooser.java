package org.touchstone.crawler.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the frames worth keeping: those that show what no recent one shows. A quiet picture that changes is kept at once;
 * one that never rests, once in a while, so that an hour of dancing costs no more than its share. Not thread-safe.
 */
final class FrameChooser {
    /** Below this share of changed cells two frames show the same: 5 cells of 1024. */
    static final double SAME = 0.0045;
    /** From this share on the scene is another. */
    static final double SCENE = 0.35;
    /** Frames in a row that a picture may keep when it was at rest before. */
    private static final int BURST = 8;
    /** Kept frames that a new one is compared with. */
    private static final int REMEMBERED = 64;

    private static final Duration SCENE_GAP = Duration.ofSeconds(1);

    private final Duration every;
    private final Deque<Kept> recent = new ArrayDeque<>();
    private int count;
    private @Nullable Instant lastKept;
    private @Nullable Instant lastSeen;
    private double credit = BURST;

    FrameChooser(Duration every) {
        this.every = every;
    }

    private record Kept(int number, Thumbnail thumbnail) {}

    /** How many were chosen so far; they are numbered from 0. */
    int count() {
        return count;
    }

    /**
     * The number of the chosen frame that this one shows: the next one when it is chosen itself, -1 when it shows something
     * else and is passed over. Times rise but for segments that came late.
     */
    int see(Instant at, Thumbnail frame) {
        Instant before = lastSeen;
        if (before != null && at.isAfter(before)) {
            double gain = Duration.between(before, at).toMillis() / (double) every.toMillis();
            credit = Math.min(BURST, credit + gain);
        }
        lastSeen = at;
        for (Kept kept : recent) {
            if (frame.difference(kept.thumbnail) < SAME) {
                return kept.number;
            }
        }
        if (credit < 1 && !isScene(at, frame)) {
            return -1;
        }
        credit = Math.max(0, credit - 1);
        lastKept = at;
        recent.addFirst(new Kept(count, frame));
        if (recent.size() > REMEMBERED) {
            recent.removeLast();
        }
        return count++;
    }

    private boolean isScene(Instant at, Thumbnail frame) {
        Kept last = recent.peekFirst();
        Instant kept = lastKept;
        return last == null
                || kept == null
                || frame.difference(last.thumbnail) >= SCENE
                        && Duration.between(kept, at).abs().compareTo(SCENE_GAP) >= 0;
    }
}
