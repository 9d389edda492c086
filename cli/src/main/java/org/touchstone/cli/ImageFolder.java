package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Image files of a folder, by their names' endings. */
final class ImageFolder {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "svg");
    private static final int MAX_DEPTH = 16;

    private ImageFolder() {}

    static boolean isImage(Path file) {
        String name = String.valueOf(file.getFileName());
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Paths relative to the folder, with {@code /} between names, in order; hidden files are passed over. */
    static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, MAX_DEPTH)) {
            return files.filter(ImageFolder::isImage)
                    .filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(path -> Stream.iterate(path, p -> p != null, Path::getParent)
                            .noneMatch(part -> part.getFileName().toString().startsWith(".")))
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
