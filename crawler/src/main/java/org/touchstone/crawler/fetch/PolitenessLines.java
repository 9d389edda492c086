package org.touchstone.crawler.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.touchstone.record.Json;

/**
 * The politeness log as JSON Lines. Fields: {@code time, host, address, kind, allowed, rule, ruleLine, delayMs, pauseMs, status,
 * failure, retryAfterMs, bytes, ms}; times in milliseconds with up to six decimals, so that nothing is lost to rounding;
 * {@code pauseMs} is -1 before the first request to a host.
 */
public final class PolitenessLines {
    private PolitenessLines() {}

    /** One line, without its end. */
    public static String write(LoggedRequest request) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("time", request.time().toString());
        line.put("host", request.host());
        line.put("address", request.address().toString());
        line.put("kind", request.kind().name().toLowerCase(Locale.ROOT));
        line.put("allowed", request.allowed());
        line.put("rule", request.rule());
        line.put("ruleLine", request.ruleLine());
        line.put("delayMs", millis(request.delay()));
        line.put("pauseMs", millis(request.pause()));
        line.put("status", request.status());
        line.put("failure", request.failure());
        line.put("retryAfterMs", millis(request.retryAfter()));
        line.put("bytes", request.bytes());
        line.put("ms", millis(request.took()));
        return line.toString();
    }

    /** @throws IOException when the line is no such record; the message says what was found */
    public static LoggedRequest read(String line) throws IOException {
        try {
            JsonNode node = Json.mapper().readTree(line);
            return new LoggedRequest(
                    Instant.parse(text(node, "time")),
                    text(node, "host"),
                    URI.create(text(node, "address")),
                    FetchKind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
                    field(node, "allowed").asBoolean(),
                    text(node, "rule"),
                    field(node, "ruleLine").asInt(),
                    duration(node, "delayMs"),
                    duration(node, "pauseMs"),
                    field(node, "status").asInt(),
                    text(node, "failure"),
                    duration(node, "retryAfterMs"),
                    field(node, "bytes").asLong(),
                    duration(node, "ms"));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new IOException("expected a line of a politeness log, found '" + line + "': " + e.getMessage(), e);
        }
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field '" + name + "'");
        }
        return field;
    }

    private static String text(JsonNode node, String name) {
        return field(node, name).asText();
    }

    private static BigDecimal millis(Duration time) {
        BigDecimal millis = BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros();
        return millis.scale() < 0 ? millis.setScale(0) : millis;
    }

    private static Duration duration(JsonNode node, String name) {
        return Duration.ofNanos(
                field(node, name).decimalValue().movePointRight(6).longValue());
    }
}
