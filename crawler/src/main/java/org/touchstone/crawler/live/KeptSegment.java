package org.touchstone.crawler.live;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A segment whose bytes were kept, its header before them, so that the file can be played alone.
 *
 * @param segment as the playlist listed it
 * @param file where it is kept, under the digest of its bytes
 * @param path the same, relative to the crawl's folder
 * @param start wall-clock time of its first frame
 * @param dated whether the stream states that time; otherwise it is reckoned from the arrival
 */
public record KeptSegment(Segment segment, Path file, String path, Instant start, boolean dated) {}
