package org.touchstone.register;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Rejection;

/**
 * What all files of one register share while it is read.
 *
 * @param rejections told, on the reading thread, of what cannot even be found
 * @param bystanders told the names of what is no register
 * @param budget what may be unpacked from the file that is open; null outside archives
 * @param depth how many archives one within the other are open
 */
record Intake(
        Consumer<Rejection> rejections,
        Consumer<String> bystanders,
        Pictures pictures,
        UnpackedStream.@Nullable Budget budget,
        int depth) {
    /** An archive may hold another, and no more. */
    private static final int DEEPEST = 2;

    Intake(Consumer<Rejection> rejections, Consumer<String> bystanders, @Nullable Path pictures) {
        this(rejections, bystanders, new Pictures(pictures), null, 0);
    }

    boolean isDeepest() {
        return depth >= DEEPEST;
    }

    /** The same within an archive of that size on disk. */
    Intake within(double packed) {
        return new Intake(
                rejections,
                bystanders,
                pictures,
                budget == null ? new UnpackedStream.Budget((long) packed) : budget,
                depth + 1);
    }

    void reject(String name, String reason) {
        rejections.accept(Rejection.ofFile(name, reason));
    }
}
