package org.touchstone.crawler.keep;

import java.time.Instant;

/**
 * An answer of the same address that was kept before, whose body need not be kept again.
 *
 * @param at when it was asked for
 */
public record Earlier(Instant at, WarcPlace place) {}
