package org.touchstone.crawler.live;

import java.time.Duration;
import java.time.Instant;

/**
 * A still of a stream.
 *
 * @param still path of the JPEG, relative to the crawl's folder
 * @param segment path of the kept segment that it was taken from, relative to the same
 * @param offset from the segment's start, by which {@link FrameSampler#still} takes it again
 * @param at wall-clock time
 * @param dated whether the stream states that time; otherwise it is reckoned from the arrival
 */
public record Frame(String still, String segment, Duration offset, Instant at, boolean dated) {}
