package org.touchstone.crawler;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.record.Json;

/**
 * Tells somebody what is new: one POST of JSON to the address that the user named. That address may stand in a private
 * network; redirects are not followed, and the answer's body is not read.
 */
public final class Webhook {
    private static final int ATTEMPTS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Webhook() {}

    /** Sends a message; what went wrong, or nothing when it was taken with a status of 200 to 299. */
    public static Optional<String> send(URI address, JsonNode message) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1) // many receivers stumble over an offer of HTTP/2 without TLS
                .header("User-Agent", "Touchstone/" + CrawlPlan.Agent.VERSION)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(Json.line(message)))
                .build();
        String wrong = "";
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                try {
                    int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (status / 100 == 2) {
                        return Optional.empty();
                    }
                    wrong = "expected a status of 200 to 299 from " + address + ", found " + status;
                } catch (IOException e) {
                    wrong = address + " cannot be reached: " + e;
                }
                if (attempt < ATTEMPTS) {
                    Thread.sleep(1000L * attempt);
                }
            }
        }
        return Optional.of(wrong);
    }
}
