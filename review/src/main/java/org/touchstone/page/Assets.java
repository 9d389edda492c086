package org.touchstone.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The styles and scripts that the program carries. */
public final class Assets {
    private Assets() {}

    /** The style of a {@link HitCard}, and the colours and letters of all pages. */
    public static String cardStyle() {
        return read(Assets.class, "card.css");
    }

    /** A text that stands beside a class. */
    public static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
