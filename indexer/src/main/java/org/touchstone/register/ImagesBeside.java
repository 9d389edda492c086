package org.touchstone.register;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;

/**
 * Images of marks that lie beside a register's file, or in a folder {@code images} beside it, and have a number of the mark for their name.
 * Each folder is listed once. Thread-safe.
 */
final class ImagesBeside {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg", "bmp");
    private static final String SUBFOLDER = "images";

    private final Map<Path, Map<String, String>> folders = new ConcurrentHashMap<>();

    static boolean isImage(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The images beside a file, to be looked at when one wants to know whether anything has changed. */
    static List<Path> of(Path folder) {
        List<Path> images = new ArrayList<>();
        list(folder).values().forEach(image -> images.add(folder.resolve(image)));
        return images;
    }

    /** The same, with the images of a mark that names none, or that names them without their folder. */
    RegisterRecord.Reading complete(RegisterRecord.Reading reading) {
        Located<RegisterChange> change = reading.change();
        if (change == null || !(change.value() instanceof RegisterChange.Put(Registration registration))) {
            return reading;
        }
        List<String> images = registration.mark().images();
        List<String> found;
        if (images.isEmpty()) {
            found = registration.mark().feature() == MarkFeature.WORD
                    ? List.of()
                    : byNumber(change.folder(), registration);
        } else {
            found = named(change.folder(), images);
        }
        return found.equals(images)
                ? reading
                : new RegisterRecord.Reading(
                        new Located<>(
                                new RegisterChange.Put(registration
                                        .change()
                                        .mark(registration.mark().withImages(found))
                                        .build()),
                                change.source(),
                                change.folder(),
                                change.line()),
                        reading.rejections());
    }

    private List<String> byNumber(Path folder, Registration registration) {
        for (String number :
                List.of(registration.number(), registration.registrationNumber(), registration.applicationNumber())) {
            String image = number.isEmpty() ? null : find(folder, number);
            if (image != null) {
                return List.of(image);
            }
        }
        return List.of();
    }

    private List<String> named(Path folder, List<String> images) {
        List<String> named = new ArrayList<>(images.size());
        for (String image : images) {
            int dot = image.lastIndexOf('.');
            String there = dot > 0 && image.indexOf('/') < 0 ? find(folder, image.substring(0, dot)) : null;
            named.add(there != null && there.equals(SUBFOLDER + "/" + image) ? there : image);
        }
        return named;
    }

    private @Nullable String find(Path folder, String stem) {
        return folders.computeIfAbsent(folder, ImagesBeside::list).get(stem.toLowerCase(Locale.ROOT));
    }

    /** Paths of images by their names without ending. */
    private static Map<String, String> list(Path folder) {
        Map<String, String> images = new HashMap<>();
        list(folder.resolve(SUBFOLDER), SUBFOLDER + "/", images);
        list(folder, "", images);
        return images;
    }

    private static void list(Path folder, String prefix, Map<String, String> into) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                int dot = name.lastIndexOf('.');
                if (dot > 0 && isImage(name)) {
                    // of several the first by name, whatever order the disk has
                    into.merge(
                            name.substring(0, dot).toLowerCase(Locale.ROOT),
                            prefix + name,
                            (one, other) -> one.length() == other.length()
                                    ? (one.compareTo(other) < 0 ? one : other)
                                    : (one.length() < other.length() ? one : other));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // a folder that cannot be listed has no images for us; what a record names is looked for all the same
        }
    }
}
