package org.touchstone.crawler.live;

import java.time.Instant;

/**
 * A segment whose bytes were kept.
 *
 * @param segment as the playlist listed it
 * @param footage where they are
 * @param start wall-clock time of its first frame
 * @param dated whether the stream states that time; otherwise it is reckoned from the arrival
 */
record KeptSegment(Segment segment, Footage footage, Instant start, boolean dated) {}
