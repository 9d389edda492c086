package org.touchstone.crawler.live;

import java.time.Duration;
import java.time.Instant;

/**
 * A still of a stream.
 *
 * @param still path of the JPEG, relative to the crawl's folder
 * @param footage the kept segment that it was taken from
 * @param offset from the segment's start, by which {@link FrameSampler#still} takes it again
 * @param at wall-clock time
 * @param dated whether the stream states that time; otherwise it is reckoned from the arrival
 */
record Frame(String still, Footage footage, Duration offset, Instant at, boolean dated) {}
