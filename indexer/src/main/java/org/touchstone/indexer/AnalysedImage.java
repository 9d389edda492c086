package org.touchstone.indexer;

import java.util.List;

/**
 * All that the index keeps of one image of a mark.
 *
 * @param views at least one
 * @param thumbnail a small PNG or JPEG for people to look at
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between analyser and index; compared by nobody
public record AnalysedImage(List<ImageView> views, byte[] thumbnail) {
    public AnalysedImage {
        views = List.copyOf(views);
    }
}
