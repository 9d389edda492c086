package org.touchstone.cli.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.cli.demo.photo.ProductPhoto;
import org.touchstone.image.ImageDecoder;

/** Takes the photos of the shop's offers. */
final class Studio {
    private Studio() {}

    /** JPEG files by their paths in the shop; drawn on all processors. */
    static Map<String, byte[]> photos(List<Offer> offers, LongConsumer progress) throws IOException {
        ImageDecoder decoder = new ImageDecoder();
        Map<String, BufferedImage> logos = new TreeMap<>();
        for (Offer offer : offers) {
            if (!offer.logo().isEmpty() && !logos.containsKey(offer.logo())) {
                logos.put(
                        offer.logo(),
                        decoder.decodeTransparent(Catalogue.logo(offer.logo())).image());
            }
        }
        Map<String, byte[]> photos = new ConcurrentHashMap<>();
        offers.parallelStream().forEach(offer -> {
            @Nullable BufferedImage logo = logos.get(offer.logo());
            photos.put(offer.photoPath(), ProductPhoto.jpeg(ProductPhoto.draw(offer.photo(), logo)));
            progress.accept(photos.size());
        });
        return photos;
    }
}
