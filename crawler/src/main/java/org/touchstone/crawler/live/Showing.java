package org.touchstone.crawler.live;

import java.time.Instant;

/**
 * From a time on, what a still shows was to be seen: when it was taken, or when the same picture came back.
 *
 * @param at wall-clock time
 * @param frame the still, the same one each time
 */
record Showing(Instant at, Frame frame) {}
