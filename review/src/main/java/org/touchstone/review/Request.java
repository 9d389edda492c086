package org.touchstone.review;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.touchstone.page.Language;

/** What a browser asks for, read within limits. */
@SuppressForbidden("the server of module jdk.httpserver, a supported part of every JDK though not of Java SE")
final class Request {
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_FIELDS = 100;

    private final HttpExchange exchange;
    private final Map<String, String> query;
    private final Map<String, String> form;

    private Request(HttpExchange exchange, Map<String, String> query, Map<String, String> form) {
        this.exchange = exchange;
        this.query = query;
        this.form = form;
    }

    /**
     * @throws RefusedException when it is too large or not well formed
     */
    static Request read(HttpExchange exchange) throws IOException, RefusedException {
        String rawQuery = exchange.getRequestURI().getRawQuery();
        Map<String, String> form = Map.of();
        if (exchange.getRequestMethod().equals("POST")) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new RefusedException(413, "review.refused.input", "> " + MOST_BYTES + " B");
            }
            form = fields(new String(body, StandardCharsets.UTF_8));
        }
        return new Request(exchange, fields(rawQuery == null ? "" : rawQuery), form);
    }

    private static Map<String, String> fields(String encoded) throws RefusedException {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) throws RefusedException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(400, "review.refused.input", text);
        }
    }

    boolean isPost() {
        return exchange.getRequestMethod().equals("POST");
    }

    boolean isGet() {
        return exchange.getRequestMethod().equals("GET")
                || exchange.getRequestMethod().equals("HEAD");
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** A parameter of the address; empty when absent. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** A field of the form; empty when absent. */
    String field(String name) {
        return form.getOrDefault(name, "");
    }

    String header(String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    /** A cookie's value; empty when absent. */
    String cookie(String name) {
        for (String part : header("Cookie").split(";", MOST_FIELDS)) {
            String stripped = part.strip();
            if (stripped.startsWith(name + "=")) {
                try {
                    return decoded(stripped.substring(name.length() + 1));
                } catch (RefusedException e) {
                    return "";
                }
            }
        }
        return "";
    }

    /** The language asked for by the address, else by an earlier choice, else by the browser. */
    Language language() {
        return Language.of(parameter("lang"))
                .or(() -> Language.of(cookie("language")))
                .orElseGet(() -> Language.accepted(header("Accept-Language")));
    }
}
