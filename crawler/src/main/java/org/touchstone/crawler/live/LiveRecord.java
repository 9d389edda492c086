package org.touchstone.crawler.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.record.Json;

/**
 * What an archive says about the begin of a watch, so that its answers can be made sense of without the plan: a resource of
 * JSON with the plan's own words, {@code every} and {@code for} as ISO 8601 writes them.
 */
public final class LiveRecord {
    /** Stands for the address of such a resource. */
    public static final URI ADDRESS = URI.create("urn:touchstone:live");

    public static final String TYPE = "application/json";

    private LiveRecord() {}

    public static byte[] write(LiveSource source) {
        ObjectNode node = Json.object();
        node.put("room", source.room());
        node.put("host", source.host());
        source.playlist().ifPresent(playlist -> node.put("playlist", playlist.toString()));
        source.cards().ifPresent(cards -> node.put("cards", cards.toString()));
        node.put("every", source.every().toString());
        node.put("for", source.duration().toString());
        return Json.line(node).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads one; empty when it is none. */
    public static Optional<LiveSource> read(byte[] json) {
        try {
            JsonNode node = Json.mapper().readTree(json);
            return Optional.of(new LiveSource(
                    node.path("room").asText(),
                    node.path("host").asText(),
                    WebAddress.parse(node.path("playlist").asText()),
                    WebAddress.parse(node.path("cards").asText()),
                    Duration.parse(node.path("every").asText()),
                    Duration.parse(node.path("for").asText())));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
