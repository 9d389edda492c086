package org.touchstone.cli.attack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Json;

/**
 * The variants that were not found, a JSON object a line. The file is a listings file, so that the same titles can be
 * scanned again: what is beyond {@code id} and {@code title} says where the title comes from.
 */
public final class Misses {
    private Misses() {}

    /** Writes the file, whole or not at all. */
    public static void write(Matrix matrix, Path target) throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            long number = 0;
            for (Variant variant : matrix.missed()) {
                ObjectNode node = Json.object();
                node.put("id", "attack:" + ++number);
                node.put("title", variant.title());
                node.put("mark", variant.target().id());
                node.put("text", variant.target().text());
                node.put("operator", variant.operator().key());
                node.put("script", variant.target().script().key());
                node.put("weak", variant.operator().weak());
                node.put("variant", variant.sign());
                file.stream().write((Json.line(node) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            file.commit();
        }
    }
}
