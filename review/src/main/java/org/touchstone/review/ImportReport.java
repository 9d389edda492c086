package org.touchstone.review;

/**
 * What an import did.
 *
 * @param added cases that are new
 * @param changed cases that have a new hit
 * @param same cases whose hit was known already
 * @param rejected records that could not be read
 */
public record ImportReport(long added, long changed, long same, long rejected) {}
