package org.touchstone.crawler.live;

/** Why a watch ended. */
public enum WatchEnd {
    /** The stream said that it is over. */
    ENDED,
    /** The time that was asked for is over. */
    TIME,
    /** As much was kept as may be. */
    BYTES,
    /** The playlist could not be had for too long. */
    LOST,
    /** Somebody stopped it. */
    STOPPED
}
