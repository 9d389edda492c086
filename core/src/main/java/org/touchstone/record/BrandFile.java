package org.touchstone.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.touchstone.mark.BrandPolicy;

/**
 * Reads a brands file: YAML, a list of policies under {@code brands}. What cannot be read is rejected by name and line, and
 * the rest stands: of a list the entry, of a policy the key, and a policy as a whole only where it has no key of its own.
 */
public final class BrandFile {
    private BrandFile() {}

    /**
     * @throws IOException when the file as a whole cannot be read; the message says why
     */
    public static List<BrandPolicy> read(Path file, Consumer<Rejection> rejections) throws IOException {
        return new BrandReader(file, rejections, null).read();
    }

    /** The JSON Schema (draft 2020-12) of the format. */
    public static String schema() {
        String name = "brands.schema.json";
        try (InputStream in = Objects.requireNonNull(BrandFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name + ", which is part of the program", e);
        }
    }
}
