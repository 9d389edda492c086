package org.touchstone.crawler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.touchstone.record.Json;

/**
 * How a crawl went.
 *
 * @param name of the plan
 * @param agent User-Agent header that was sent
 * @param started and finished: the span of the crawl
 * @param stop why it ended
 * @param counts of what was done
 * @param failures pages and images that failed, by reason, such as {@code robots} or {@code too-large}
 * @param traps forms of addresses that were left because so many pages of theirs gave nothing, with the addresses left
 * @param denied addresses that robots.txt forbids, the first {@value #DENIED}; {@code rejected.jsonl} names all
 * @param profiles that pages were read with, and which of their fields have drifted
 */
public record CrawlReport(
        String name,
        String agent,
        Instant started,
        Instant finished,
        StopReason stop,
        Counts counts,
        SortedMap<String, Long> failures,
        Map<String, Long> traps,
        List<String> denied,
        List<ProfileUse> profiles) {

    static final int DENIED = 100;

    public CrawlReport {
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
        traps = Collections.unmodifiableMap(new LinkedHashMap<>(traps));
        denied = List.copyOf(denied);
        profiles = List.copyOf(profiles);
    }

    /**
     * Counts of a crawl.
     *
     * @param requested pages asked for, repeats included
     * @param pages pages read
     * @param unchanged of these, asked for and said to be as they were
     * @param resting of these, not asked for, since they hardly change; as they were
     * @param listings listings written
     * @param images images kept
     * @param robotsDenied pages and images that robots.txt forbids
     * @param rejected pages and images that failed, those denied included
     * @param left pages known and allowed but not visited
     * @param bytes received
     */
    public record Counts(
            long requested,
            long pages,
            long unchanged,
            long resting,
            long listings,
            long images,
            long robotsDenied,
            long rejected,
            long left,
            long bytes) {}

    /** The tree written to {@code report.json}. */
    ObjectNode toJson() {
        ObjectNode node = Json.object()
                .put("name", name)
                .put("agent", agent)
                .put("started", started.toString())
                .put("finished", finished.toString())
                .put("seconds", Duration.between(started, finished).toMillis() / 1000.0)
                .put("stop", stop.key())
                .put("requested", counts.requested())
                .put("pages", counts.pages())
                .put("unchanged", counts.unchanged())
                .put("resting", counts.resting())
                .put("listings", counts.listings())
                .put("images", counts.images())
                .put("robotsDenied", counts.robotsDenied())
                .put("rejected", counts.rejected())
                .put("left", counts.left())
                .put("bytes", counts.bytes());
        ObjectNode byReason = node.putObject("failures");
        failures.forEach(byReason::put);
        ObjectNode left = node.putObject("traps");
        traps.forEach(left::put);
        ArrayNode addresses = node.putArray("denied");
        denied.forEach(addresses::add);
        ArrayNode uses = node.putArray("profiles");
        profiles.forEach(use -> uses.add(use.toJson()));
        return node;
    }
}
