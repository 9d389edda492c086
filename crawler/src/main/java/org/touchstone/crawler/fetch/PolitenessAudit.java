package org.touchstone.crawler.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through a politeness log and finds what was impolite: requests against robots.txt or without having asked it within 24
 * hours, pauses cut short, Retry-After not kept, two requests at a time to one host. It computes pauses anew from the times
 * in the log. What robots.txt said is believed as logged; where the files themselves are given, from a crawl's archive say,
 * rules and Crawl-delay are worked out anew as well. For one thread; holds one request for each host and origin.
 */
public final class PolitenessAudit {
    /** Times are written to the nanosecond, but read one after the other. */
    private static final Duration TOLERANCE = Duration.ofMillis(1);

    /** What may be broken. */
    public enum Rule {
        ROBOTS,
        PAUSE,
        RETRY_AFTER,
        ONE_AT_A_TIME
    }

    /**
     * A request that broke a rule.
     *
     * @param line of the log, from 1
     * @param what expected and found, for people
     */
    public record Breach(Rule rule, long line, String host, String what) {}

    /**
     * What was found.
     *
     * @param requests in the log
     * @param hosts they went to
     */
    public record Findings(long requests, int hosts, List<Breach> breaches) {
        public boolean polite() {
            return breaches.isEmpty();
        }
    }

    private final Duration delay;
    private final Map<String, RobotsRules> files;
    private final Map<String, LoggedRequest> last = new HashMap<>();
    private final Map<String, LoggedRequest> robots = new HashMap<>();
    private final List<Breach> breaches = new ArrayList<>();
    private long line;

    private PolitenessAudit(Duration delay, Map<String, RobotsRules> files) {
        this.delay = delay;
        this.files = files;
    }

    /**
     * @param log JSON Lines as {@link PolitenessLines} writes them
     * @param delay the plan's, which every pause must have kept
     * @throws IOException when the log cannot be read; the message names the line
     */
    public static Findings of(BufferedReader log, Duration delay) throws IOException {
        return of(log, delay, "", Map.of());
    }

    /**
     * As above, against robots.txt files that were kept.
     *
     * @param agent our product token
     * @param robots the files by origin, such as {@code https://shop.example}; those that changed while the crawl went on
     *     are better left out
     */
    public static Findings of(BufferedReader log, Duration delay, String agent, Map<String, byte[]> robots)
            throws IOException {
        Map<String, RobotsRules> files = new HashMap<>();
        robots.forEach((origin, content) -> files.put(origin, RobotsRules.parse(URI.create(origin), content, agent)));
        PolitenessAudit audit = new PolitenessAudit(delay, files);
        String text;
        while ((text = log.readLine()) != null) {
            audit.line++;
            try {
                audit.request(PolitenessLines.read(text));
            } catch (IOException e) {
                throw new IOException("line " + audit.line + ": " + e.getMessage(), e);
            }
        }
        return new Findings(audit.line, audit.last.size(), Collections.unmodifiableList(audit.breaches));
    }

    private void request(LoggedRequest request) {
        robots(request);
        LoggedRequest before = last.put(request.host(), request);
        if (before == null) {
            return;
        }
        Duration pause = Duration.between(before.end(), request.time());
        if (pause.plus(TOLERANCE).isNegative()) {
            breach(Rule.ONE_AT_A_TIME, request, "began " + pause.negated() + " before the last one ended");
        }
        RobotsRules file = files.get(WebAddress.origin(request.address()));
        Duration crawlDelay = file == null || request.kind() == FetchKind.ROBOTS
                ? Duration.ZERO
                : file.verdict(request.address()).delay();
        Duration due = HostGate.longer(HostGate.longer(delay, crawlDelay), request.delay());
        if (pause.plus(TOLERANCE).compareTo(due) < 0) {
            breach(Rule.PAUSE, request, "expected a pause of " + due + ", found " + pause);
        }
        if (before.retryAfter().isPositive() && pause.plus(TOLERANCE).compareTo(before.retryAfter()) < 0) {
            breach(
                    Rule.RETRY_AFTER,
                    request,
                    "expected a rest of " + before.retryAfter() + " after " + before.status() + ", found " + pause);
        }
    }

    private void robots(LoggedRequest request) {
        String origin = WebAddress.origin(request.address());
        if (request.kind() == FetchKind.ROBOTS && request.address().getRawPath().equals("/robots.txt")) {
            robots.put(origin, request);
        }
        if (request.kind() == FetchKind.ROBOTS) {
            return;
        }
        LoggedRequest asked = robots.get(origin);
        if (asked == null) {
            breach(Rule.ROBOTS, request, "robots.txt was not asked for before");
        } else if (asked.end().plus(RobotsRules.MAX_AGE).isBefore(request.time())) {
            breach(Rule.ROBOTS, request, "robots.txt was asked for at " + asked.end() + ", too long ago");
        } else if (asked.status() == 0 || asked.status() == 429 || asked.status() >= 500) {
            breach(Rule.ROBOTS, request, "robots.txt answered " + asked.status() + ", which forbids everything");
        }
        RobotsRules file = files.get(origin);
        RobotsVerdict verdict = file == null ? null : file.verdict(request.address());
        if (verdict != null && !verdict.allowed()) {
            breach(Rule.ROBOTS, request, verdict.reason());
        }
        if (!request.allowed() || request.rule().startsWith("Disallow")) {
            breach(Rule.ROBOTS, request, "line " + request.ruleLine() + " says '" + request.rule() + "'");
        }
    }

    private void breach(Rule rule, LoggedRequest request, String what) {
        breaches.add(new Breach(rule, line, request.host(), request.address() + ": " + what));
    }
}
