package org.touchstone.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;
import org.touchstone.record.FieldException;
import org.touchstone.record.SafePath;

/** Makes the pictures of a page from the files of a listing and of a register. Stateless and thread-safe. */
public final class PhotoStudio {
    /** Longest side of a picture in a page, in pixels. */
    static final int LONGEST = 480;

    /** Longest side of a mark's picture and of a close-up. */
    static final int SMALL = 240;

    /** Pictures of one hit. */
    private static final int PHOTOS = 2;

    /** A sign that fills less of its photo than this is shown enlarged as well. */
    private static final double SMALL_SIGN = 0.12;

    private static final long MAX_FILE_BYTES = 64L << 20;

    private PhotoStudio() {}

    /**
     * The photos in which a hit's signs stand, the heaviest first; the listing's first photo when its signs stand in
     * none. A file that is missing, outside the folder or no picture becomes a photo with a fault.
     */
    public static List<Photo> photos(Hit hit, Listing listing, Path folder) {
        Map<String, List<Box>> boxes = new LinkedHashMap<>();
        hit.evidence().stream()
                .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
                .map(PhotoStudio::spot)
                .flatMap(Optional::stream)
                .forEach(spot -> boxes.computeIfAbsent(spot.image(), name -> new ArrayList<>())
                        .add(spot.box()));
        if (boxes.isEmpty() && !listing.images().isEmpty()) {
            boxes.put(listing.images().getFirst(), List.of());
        }
        List<Photo> photos = new ArrayList<>();
        boxes.entrySet().stream().limit(PHOTOS).forEach(one -> photos.add(photo(folder, one.getKey(), one.getValue())));
        return photos;
    }

    /** Where a sign stands in a photo, be it a logo or a word that was read; empty for other evidence. */
    private static Optional<Evidence.Spot> spot(Evidence evidence) {
        return Optional.ofNullable(
                switch (evidence) {
                    case Evidence.Picture picture -> new Evidence.Spot(picture.image(), picture.box());
                    case Evidence.Word word -> word.spot();
                    case Evidence.Circumstance circumstance -> null;
                });
    }

    static Photo photo(Path folder, String name, List<Box> boxes) {
        try {
            Path file = SafePath.within(folder, "images", name);
            long size = Files.size(file);
            if (size > MAX_FILE_BYTES) {
                return Photo.missing(name, "expected at most " + MAX_FILE_BYTES + " bytes, found " + size);
            }
            return reduced(name, Files.readAllBytes(file), boxes, LONGEST);
        } catch (FieldException e) {
            return Photo.missing(name, e.reason());
        } catch (IOException e) {
            return Photo.missing(name, reason(e));
        }
    }

    /** A photo of the holder's own. */
    public static Photo official(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = String.valueOf(file.getFileName());
        return folder == null ? Photo.missing(name, "no folder") : photo(folder, name, List.of());
    }

    /** A mark's picture; null when the bytes are empty. */
    public static @Nullable Photo mark(String name, byte[] image) {
        if (image.length == 0) {
            return null;
        }
        try {
            return reduced(name, image, List.of(), SMALL);
        } catch (IOException e) {
            return Photo.missing(name, reason(e));
        }
    }

    private static Photo reduced(String name, byte[] bytes, List<Box> boxes, int longest) throws IOException {
        Decoding decoded = Decoding.of(bytes);
        BufferedImage image = decoded.image();
        BufferedImage small = Reduction.within(image, longest);
        double scale = (double) small.getWidth() / image.getWidth();
        List<Box> shown = boxes.stream()
                .map(decoded::shown)
                .filter(box -> box.width() > 0 && box.height() > 0)
                .toList();
        return new Photo(
                name,
                Reduction.data(small),
                small.getWidth(),
                small.getHeight(),
                shown.stream().map(box -> scaled(box, scale)).toList(),
                closeUp(image, shown),
                "");
    }

    private static String closeUp(BufferedImage image, List<Box> boxes) throws IOException {
        if (boxes.isEmpty()) {
            return "";
        }
        Box sign = boxes.getFirst();
        int margin = Math.max(4, Math.max(sign.width(), sign.height()) / 12);
        Box around = clipped(
                new Box(
                        Math.max(0, sign.x() - margin),
                        Math.max(0, sign.y() - margin),
                        sign.width() + 2 * margin,
                        sign.height() + 2 * margin),
                image.getWidth(),
                image.getHeight());
        double share = (double) sign.width() * sign.height() / ((double) image.getWidth() * image.getHeight());
        if (share > SMALL_SIGN || around.width() < 8 || around.height() < 8) {
            return "";
        }
        BufferedImage piece = image.getSubimage(around.x(), around.y(), around.width(), around.height());
        return Reduction.data(Reduction.within(piece, SMALL));
    }

    private static Box clipped(Box box, int width, int height) {
        int left = Math.clamp(box.x(), 0, width);
        int top = Math.clamp(box.y(), 0, height);
        int right = Math.clamp((long) box.x() + box.width(), left, width);
        int bottom = Math.clamp((long) box.y() + box.height(), top, height);
        return new Box(left, top, right - left, bottom - top);
    }

    private static Box scaled(Box box, double scale) {
        return new Box(
                (int) Math.round(box.x() * scale),
                (int) Math.round(box.y() * scale),
                Math.max(1, (int) Math.round(box.width() * scale)),
                Math.max(1, (int) Math.round(box.height() * scale)));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
