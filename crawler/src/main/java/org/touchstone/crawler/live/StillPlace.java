package org.touchstone.crawler.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.touchstone.crawler.fetch.ByteRange;
import org.touchstone.crawler.keep.WarcPlace;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.record.Json;

/**
 * How a listing says from where in the archive its still was taken. The segment's answer is the listing's capture; beside it
 * stands {@code "still":{"seconds":1.44,"range":"752@0","header":{"warc":"…","offset":0,"sha256":"…","range":"…"}}}, the
 * seconds from the segment's start, the rest where need be.
 */
public final class StillPlace {
    static final String KEY = "still";
    /** Beyond the longest segment that is looked at. */
    private static final double MAX_SECONDS = 86_400;

    private StillPlace() {}

    static JsonNode of(Frame frame) {
        ObjectNode still = Json.object();
        still.put("seconds", BigDecimal.valueOf(frame.offset().toNanos(), 9).setScale(6, RoundingMode.HALF_UP));
        frame.footage().body().range().ifPresent(range -> still.put("range", range.toString()));
        frame.footage().header().ifPresent(header -> {
            ObjectNode node = still.putObject("header");
            node.put("warc", "warc/" + header.place().file());
            node.put("offset", header.place().offset());
            node.put("sha256", header.place().sha256());
            header.range().ifPresent(range -> node.put("range", range.toString()));
        });
        return still;
    }

    /**
     * Makes a listing's still again, with the system's ffmpeg; by the same version it is the same to the byte.
     *
     * @param folder of the crawl
     * @return a JPEG
     * @throws IOException when the listing has no still, the archive not the segment as it was, or the machine no ffmpeg
     */
    public static byte[] again(Path folder, Listing listing) throws IOException {
        CaptureRef capture = listing.capture();
        JsonNode still = listing.other().get(KEY);
        double seconds = still == null ? -1 : still.path("seconds").asDouble(-1);
        if (capture == null || still == null || !(seconds >= 0 && seconds <= MAX_SECONDS)) {
            throw new IOException(
                    "expected a listing with a still of a live stream, found '" + listing.id() + "' without");
        }
        Footage footage;
        try {
            JsonNode header = still.path("header");
            footage = new Footage(
                    header.isMissingNode()
                            ? Optional.empty()
                            : Optional.of(new Footage.Piece(
                                    place(
                                            header.path("warc").asText(),
                                            header.path("offset").asLong(),
                                            header.path("sha256").asText()),
                                    range(header))),
                    new Footage.Piece(place(capture.warc(), capture.offset(), capture.sha256()), range(still)));
        } catch (IllegalArgumentException e) {
            throw new IOException(listing.id() + ": still: " + e.getMessage(), e);
        }
        LiveFolder archive = new LiveFolder(folder.resolve("warc"), folder);
        Duration offset = Duration.ofNanos(Math.round(seconds * 1e9));
        byte[] segment = archive.read(footage);
        return new FrameSampler(Ffmpeg.find(), archive, LiveSource.EVERY).still(segment, offset);
    }

    private static WarcPlace place(String warc, long offset, String sha256) {
        if (offset < 0) {
            throw new IllegalArgumentException("expected a record's offset, found " + offset);
        }
        // The name alone: a listing may say anything, and is read from its own folder.
        return new WarcPlace(String.valueOf(Path.of(warc).getFileName()), offset, sha256, "");
    }

    private static Optional<ByteRange> range(JsonNode node) {
        return node.has("range")
                ? Optional.of(ByteRange.parse(node.path("range").asText()))
                : Optional.empty();
    }
}
