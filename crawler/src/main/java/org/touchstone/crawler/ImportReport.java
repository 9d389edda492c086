package org.touchstone.crawler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.touchstone.record.Json;

/**
 * How an import went.
 *
 * @param started and finished: its span
 * @param zone of times that did not state theirs
 * @param sources what was read, in order
 * @param listings written
 * @param images kept, each once
 * @param repeated listings whose id another one had before, which were given one of their own making
 * @param rejected rows, parts of rows, images and files
 */
public record ImportReport(
        Instant started,
        Instant finished,
        ZoneId zone,
        List<Source> sources,
        long listings,
        long images,
        long repeated,
        long rejected) {

    public ImportReport {
        sources = List.copyOf(sources);
    }

    /**
     * A file, or the pictures of a folder.
     *
     * @param file as it was named
     * @param sha256 of its content, empty for a folder
     * @param passedOver sheets that hold no listings, each with the reason
     */
    public record Source(String file, long bytes, String sha256, long listings, List<String> passedOver) {
        public Source {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** The tree written to {@code report.json}. */
    public ObjectNode toJson() {
        ObjectNode node = Json.object()
                .put("started", started.toString())
                .put("finished", finished.toString())
                .put("seconds", Duration.between(started, finished).toMillis() / 1000.0)
                .put("zone", zone.getId())
                .put("listings", listings)
                .put("images", images)
                .put("repeated", repeated)
                .put("rejected", rejected);
        ArrayNode all = node.putArray("sources");
        for (Source source : sources) {
            ObjectNode one = all.addObject().put("file", source.file).put("listings", source.listings);
            if (!source.sha256.isEmpty()) {
                one.put("bytes", source.bytes).put("sha256", source.sha256);
            }
            if (!source.passedOver.isEmpty()) {
                ArrayNode sheets = one.putArray("passedOver");
                source.passedOver.forEach(sheets::add);
            }
        }
        return node;
    }
}
