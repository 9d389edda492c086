package org.touchstone.indexer;

/**
 * What a build or an update did.
 *
 * @param read registrations that came in
 * @param added those that the index did not have
 * @param changed those that the index had otherwise
 * @param ended of those added or changed, how many are no longer in force and were before, or were not there
 * @param rejected registrations and images set aside
 * @param seconds of wall clock
 */
public record IndexReport(long read, long added, long changed, long ended, long rejected, double seconds) {}
