package org.touchstone.crawler.fetch;

import java.util.Locale;

/** Why nothing came of a request. */
public enum FetchFailure {
    /** robots.txt forbids it, or could not be had. */
    ROBOTS,
    /** The host is not on a network that may be reached. */
    ADDRESS,
    /** A redirect led off the sites of the plan. */
    SCOPE,
    /** Redirects without end, or to nowhere. */
    REDIRECT,
    /** The answer was larger than allowed. */
    TOO_LARGE,
    /** The answer took longer than allowed. */
    TOO_SLOW,
    /** The answer unpacked to far more than was sent. */
    PACKED,
    /** The answer was of another type than asked for. */
    TYPE,
    /** The server has not the bytes that were asked for, or sent others. */
    RANGE,
    /** The server said that it is busy: 429 or 503. */
    BUSY,
    /** The host failed too often in a row, or asked for a long rest; it was not asked. */
    RESTING,
    /** A log-in or a proof of being human stands in the way. It is not got round. */
    WALL,
    /** It is as it was when it was asked for last: 304. No failure, but nothing came. */
    UNCHANGED,
    /** The server answered with another status than 200. */
    STATUS,
    /** No connection, or a broken one. */
    NETWORK,
    /** The page could not be shown in the browser, or not to its end. */
    RENDER,
    /** The crawl was stopped before the request's turn came. */
    STOPPED;

    /** The name used in files: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
