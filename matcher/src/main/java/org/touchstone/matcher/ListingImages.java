package org.touchstone.matcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.image.DecodedImage;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageRejectedException;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.matcher.reading.PictureWords;
import org.touchstone.record.FieldException;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;
import org.touchstone.record.SafePath;

/** The images of a listing, decoded and matched one after the other; one that cannot be is rejected alone. */
final class ListingImages {
    /** Images of one listing that are looked at; more are named and left alone. */
    private static final int MOST = 64;

    private static final ImageDecoder DECODER = new ImageDecoder();

    private ListingImages() {}

    /**
     * The signs in a listing's images.
     *
     * @param matcher sees logos; null to leave them
     * @param words reads; null to leave what is written
     */
    static List<Sighting> match(
            Located<Listing> listing,
            @Nullable ImageMatcher matcher,
            @Nullable PictureWords words,
            Consumer<Rejection> rejections) {
        List<Sighting> sightings = new ArrayList<>();
        List<String> images = List.copyOf(new LinkedHashSet<>(listing.value().images()));
        for (String image : images.subList(0, Math.min(MOST, images.size()))) {
            try {
                Path file = SafePath.within(listing.folder(), "images", image);
                DecodedImage decoded = DECODER.decode(file);
                List<Sighting> found = new ArrayList<>();
                if (matcher != null) {
                    found.addAll(matcher.match(image, decoded.image()));
                }
                if (words != null) {
                    PictureWords.Found read = words.match(image, decoded.image());
                    found.addAll(read.sightings());
                    if (!read.whole()) {
                        rejections.accept(listing.reject(
                                "images",
                                "'" + image + "': expected words that can be read within the time for one image, found"
                                        + " more; what was read until then counts",
                                listing.value().id()));
                    }
                }
                for (Sighting sighting : found) {
                    sightings.add(new Sighting(sighting.mark(), asStored(sighting.evidence(), decoded)));
                }
            } catch (FieldException e) {
                rejections.accept(
                        listing.reject(e.field(), e.reason(), listing.value().id()));
            } catch (ImageRejectedException e) {
                rejections.accept(listing.reject(
                        "images",
                        "'" + image + "': " + e.getMessage(),
                        listing.value().id()));
            }
        }
        if (images.size() > MOST) {
            rejections.accept(listing.reject(
                    "images",
                    "expected at most " + MOST + " images, found " + images.size() + "; the rest was left alone",
                    listing.value().id()));
        }
        return sightings;
    }

    private static Evidence asStored(Evidence evidence, DecodedImage decoded) {
        return switch (evidence) {
            case Evidence.Picture picture -> picture.at(decoded.toStored(picture.box()));
            case Evidence.Word word
            when word.spot() != null ->
                word.at(new Evidence.Spot(
                        word.spot().image(), decoded.toStored(word.spot().box())));
            default -> evidence;
        };
    }
}
