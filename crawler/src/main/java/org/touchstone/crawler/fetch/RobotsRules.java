package org.touchstone.crawler.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a host's robots.txt says to us, after RFC 9309: the longest matching rule decides, allow wins a draw. Thread-safe.
 */
final class RobotsRules {
    private final SimpleRobotRules rules;
    private final String source;

    private RobotsRules(SimpleRobotRules rules, String source) {
        this.rules = rules;
        this.source = source;
    }

    /** @param agent our product token, such as {@code TouchstoneBot} */
    static RobotsRules parse(URI robots, byte[] content, String agent) {
        // The parser's own limit for Crawl-delay would silently forbid everything; ours is applied where it is waited
        // for.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 10);
        SimpleRobotRules rules =
                parser.parseContent(robots.toString(), content, "text/plain", List.of(agent.toLowerCase(Locale.ROOT)));
        return new RobotsRules(rules, robots.toString());
    }

    static RobotsRules allowAll(String why) {
        return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), why);
    }

    static RobotsRules allowNone(String why) {
        return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), why);
    }

    RobotsVerdict verdict(URI address) {
        boolean allowed = rules.isAllowed(address.toString());
        return new RobotsVerdict(allowed, rule(address), delay(), source);
    }

    /** Zero when none is asked for. */
    private Duration delay() {
        long millis = rules.getCrawlDelay();
        return millis <= 0
                ? Duration.ZERO
                : Duration.ofMillis(Math.min(millis, Duration.ofDays(1).toMillis()));
    }

    /** The rules stand in the order in which they decide: the first that matches is the one. */
    private String rule(URI address) {
        for (RobotRule rule : rules.getRobotRules()) {
            SimpleRobotRules alone = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
            alone.addRule(rule.getPrefix(), false);
            if (!rule.getPrefix().isEmpty() && !alone.isAllowed(address.toString())) {
                return (rule.isAllow() ? "Allow: " : "Disallow: ") + rule.getPrefix();
            }
        }
        return "";
    }
}
