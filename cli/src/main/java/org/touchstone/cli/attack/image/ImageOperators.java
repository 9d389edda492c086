package org.touchstone.cli.attack.image;

import java.util.List;
import java.util.stream.Stream;

/** All operators on pictures. Thread-safe. */
public final class ImageOperators {
    /** In the order in which they are listed: untouched, seen otherwise, in other ink, half hidden, badly taken. */
    public static final List<ImageOperator> ALL = Stream.of(
                    List.of(ImageOperator.ofMark(
                            "untouched", List.of(new Level(0, "=")), (image, strength, random) -> Rasters.copy(image))),
                    Viewpoints.ALL,
                    Inks.ALL,
                    Obstructions.ALL,
                    Camera.ALL)
            .flatMap(List::stream)
            .toList();

    private ImageOperators() {}
}
