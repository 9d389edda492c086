package org.touchstone.crawler.live;

/**
 * What a watch met with.
 *
 * @param playlists media playlists read
 * @param kept segments whose bytes were kept
 * @param repeated segments whose bytes had been kept before, under another number
 * @param lost segments that left the list before they could be had, and gaps
 * @param refused segments that are encrypted, too large or in no known container
 * @param runs discontinuities passed
 * @param resets times that the numbering began anew
 * @param bytes of segments received
 */
public record WatchCounts(
        int playlists, int kept, int repeated, int lost, int refused, int runs, int resets, long bytes) {}
