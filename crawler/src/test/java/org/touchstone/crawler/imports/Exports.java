package org.touchstone.crawler.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.listing.Listing;
import org.touchstone.record.Rejection;

/** What was read of an export. */
record Exports(List<Listing> listings, List<Offer> offers, List<Rejection> rejections, List<String> passedOver) {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static Exports read(Path file) throws IOException {
        return read(file, Mapping.NONE);
    }

    static Exports read(Path file, Mapping mapping) throws IOException {
        List<Listing> listings = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        try (ExportReader reader =
                ExportReader.open(file, String.valueOf(file.getFileName()), mapping, SHANGHAI, rejections::add)) {
            while (reader.hasNext()) {
                Offer offer = reader.next();
                offers.add(offer);
                listings.add(offer.listing());
            }
            return new Exports(listings, offers, rejections, reader.passedOver());
        }
    }
}
