package org.touchstone.matcher;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.touchstone.hit.Evidence;
import org.touchstone.image.DecodedImage;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageRejectedException;
import org.touchstone.listing.Listing;
import org.touchstone.record.FieldException;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;
import org.touchstone.record.SafePath;

/** The images of a listing, one after the other; one that cannot be read is rejected alone. */
final class ListingImages {
    /** Images of one listing that are looked at; more are named and left alone. */
    private static final int MOST = 64;

    private static final ImageDecoder DECODER = new ImageDecoder();

    private ListingImages() {}

    /** Looks at one image, by its name. */
    @FunctionalInterface
    interface Look {
        void at(String name, DecodedImage image);
    }

    static void each(Located<Listing> listing, Look look, Consumer<Rejection> rejections) {
        List<String> images = List.copyOf(new LinkedHashSet<>(listing.value().images()));
        for (String image : images.subList(0, Math.min(MOST, images.size()))) {
            try {
                Path file = SafePath.within(listing.folder(), "images", image);
                look.at(image, DECODER.decode(file));
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
    }

    /** An image with more words than could be read within the time for one. */
    static Rejection notReadWhole(Located<Listing> listing, String image) {
        return listing.reject(
                "images",
                "'" + image + "': expected words that can be read within the time for one image, found more; what was"
                        + " read until then counts",
                listing.value().id());
    }

    /** Evidence with its box in the image as stored. */
    static Evidence asStored(Evidence evidence, DecodedImage decoded) {
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
