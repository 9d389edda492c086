package org.touchstone.crawler.fetch;

import java.time.Duration;

/**
 * What robots.txt says about one address.
 *
 * @param allowed whether we may fetch it
 * @param rule the line that decided, empty when none matched
 * @param line its number in the file, from 1; 0 when none matched
 * @param delay the Crawl-delay asked for, zero when none is
 * @param source address of the robots.txt, or why there is none
 */
public record RobotsVerdict(boolean allowed, String rule, int line, Duration delay, String source) {
    /** In one clause, for people. */
    public String reason() {
        return source + (rule.isEmpty() ? "" : " says '" + rule + "' in line " + line);
    }
}
