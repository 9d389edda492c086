package org.touchstone.crawler.imports;

import java.util.List;
import org.touchstone.listing.Listing;

/**
 * A listing as it was read.
 *
 * @param listing its images are paths relative to the file's folder
 * @param source name of the file, with the sheet
 * @param row line or row, from 1; 0 for an image
 * @param pictures embedded in the file, for {@link ExportReader#picture}
 */
public record Offer(Listing listing, String source, long row, List<String> pictures) {
    public Offer {
        pictures = List.copyOf(pictures);
    }
}
