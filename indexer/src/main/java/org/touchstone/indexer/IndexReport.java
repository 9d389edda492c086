package org.touchstone.indexer;

/**
 * What a build or an update did.
 *
 * @param read records that came in
 * @param added registrations that the index did not have
 * @param changed those that the index had otherwise
 * @param removed those that the office took out of its register
 * @param ended of those added, changed or removed, how many are no longer in force and were before, or were not there
 * @param outdated records that were older than what the index had, and changed nothing
 * @param rejected records set aside, and parts of records and images left out
 * @param seconds of wall clock
 */
public record IndexReport(
        long read, long added, long changed, long removed, long ended, long outdated, long rejected, double seconds) {}
