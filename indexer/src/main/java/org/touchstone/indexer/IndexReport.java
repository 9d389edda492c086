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
 * @param unchanged records that said what the index had already
 * @param refused records that were set aside as a whole; with those added, changed, removed, outdated and unchanged they are all
 *     that came in
 * @param rejected records set aside, and parts of records and images left out
 * @param seconds of wall clock
 */
public record IndexReport(
        long read,
        long added,
        long changed,
        long removed,
        long ended,
        long outdated,
        long unchanged,
        long refused,
        long rejected,
        double seconds) {}
