package org.touchstone.crawler.live;

/**
 * What came of watching a room.
 *
 * @param room that was watched
 * @param end why the watch ended
 * @param counts what it met with
 * @param stills kept
 * @param cards product cards found, each once
 * @param comments found, each once
 */
public record LiveReport(LiveSource room, WatchEnd end, WatchCounts counts, int stills, int cards, int comments) {}
