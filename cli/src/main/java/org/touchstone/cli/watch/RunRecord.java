package org.touchstone.cli.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.touchstone.record.Json;

/**
 * What came of a time at which a plan was due.
 *
 * @param due that time; of several that were missed the last
 * @param began when the run began; for a missed one when that was noticed
 * @param ended when the run ended
 * @param outcome {@code done}, {@code failed} or {@code missed}
 * @param note why, for people; empty when there is nothing to say
 * @param stop why the crawl ended; empty when there was none
 * @param listings new or changed ones
 * @param hits among them
 * @param missed how many times were missed
 */
record RunRecord(
        Instant due,
        Instant began,
        Instant ended,
        String outcome,
        String note,
        String stop,
        long listings,
        long hits,
        int missed) {

    static RunRecord missed(Instant due, Instant at, String note, int missed) {
        return new RunRecord(due, at, at, "missed", note, "", 0, 0, missed);
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object()
                .put("due", due.toString())
                .put("began", began.toString())
                .put("ended", ended.toString())
                .put("outcome", outcome);
        if (!note.isEmpty()) {
            node.put("note", note);
        }
        if (missed > 0) {
            return node.put("missed", missed);
        }
        return node.put("stop", stop).put("listings", listings).put("hits", hits);
    }
}
