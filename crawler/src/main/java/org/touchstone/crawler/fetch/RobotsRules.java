package org.touchstone.crawler.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.RobotsFile.Rule;

/**
 * What a host's robots.txt says to us, after RFC 9309: of the rules that match, the one with the most octets decides, and
 * allow wins a draw. Where the RFC and Google's parser read escapes differently (see {@link RobotsPattern}), an address may
 * be fetched only when both allow it. Immutable.
 */
final class RobotsRules {
    /** How long rules may be relied on, RFC 9309, section 2.4. */
    static final Duration MAX_AGE = Duration.ofHours(24);
    /** When they are asked for again, early enough for a request that waits for its turn. */
    static final Duration FRESH = MAX_AGE.minusHours(1);
    /** How long it counts that none could be had; then the host is asked again. */
    static final Duration MAX_AGE_UNREACHABLE = Duration.ofMinutes(10);

    private record Compiled(Rule rule, RobotsPattern asWritten, RobotsPattern decoded) {}

    private final String source;
    private final List<Compiled> rules;
    private final boolean otherwise;
    private final Duration delay;

    private RobotsRules(String source, List<Compiled> rules, boolean otherwise, Duration delay) {
        this.source = source;
        this.rules = rules;
        this.otherwise = otherwise;
        this.delay = delay;
    }

    /**
     * @param robots address of the file
     * @param content its beginning, {@link RobotsFile#MAX_BYTES} at most
     * @param agent our product token, such as {@code TouchstoneBot}
     */
    static RobotsRules parse(URI robots, byte[] content, String agent) {
        RobotsFile.Group group = RobotsFile.read(content, agent);
        List<Compiled> rules = group.rules().stream()
                .map(r -> new Compiled(r, RobotsPattern.of(r.path(), false), RobotsPattern.of(r.path(), true)))
                .toList();
        return new RobotsRules(robots.toString(), rules, true, group.delay());
    }

    /** @param why there is no robots.txt */
    static RobotsRules allowAll(String why) {
        return new RobotsRules(why, List.of(), true, Duration.ZERO);
    }

    /** @param why robots.txt could not be had */
    static RobotsRules allowNone(String why) {
        return new RobotsRules(why, List.of(), false, Duration.ZERO);
    }

    /** How long this may be relied on. */
    Duration maxAge() {
        return otherwise ? FRESH : MAX_AGE_UNREACHABLE;
    }

    RobotsVerdict verdict(URI address) {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        String asked = (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
        if (asked.equals("/robots.txt")) {
            return new RobotsVerdict(true, "", 0, delay, source);
        }
        String octets = new String(asked.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        RobotsVerdict asWritten = verdict(octets, false);
        return asWritten.allowed() ? verdict(octets, true) : asWritten;
    }

    private RobotsVerdict verdict(String asked, boolean decoded) {
        String subject = RobotsPattern.subject(asked, decoded);
        @Nullable Rule best = null;
        int octets = -1;
        for (Compiled one : rules) {
            RobotsPattern pattern = decoded ? one.decoded : one.asWritten;
            boolean better = pattern.octets() > octets
                    || (pattern.octets() == octets && one.rule.allow() && best != null && !best.allow());
            if (better && pattern.matches(subject)) {
                best = one.rule;
                octets = pattern.octets();
            }
        }
        return best == null
                ? new RobotsVerdict(otherwise, "", 0, delay, source)
                : new RobotsVerdict(best.allow(), best.text(), best.line(), delay, source);
    }
}
