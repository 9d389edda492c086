package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Models of a user's own, made of the tiny graphs that the tests of {@code models} have. */
final class TinyModels {
    private static final Path GRAPHS = Path.of("models/src/test/resources/org/touchstone/models/tiny");

    private TinyModels() {}

    /** An encoder whose vector is the mean of each channel, of any length. */
    static Path encoder(Path folder) throws IOException {
        return model(folder, "encoder", "many", "\"name\": \"mean\", \"dimension\": 3, \"normalised\": false");
    }

    /** A finder to which the sign is always in the upper left quarter. */
    static Path regions(Path folder) throws IOException {
        return model(folder, "regions", "corner", "\"name\": \"regions\", \"dimension\": 5");
    }

    private static Path model(Path folder, String kind, String name, String output) throws IOException {
        Files.createDirectories(folder);
        byte[] content = Files.readAllBytes(Projects.root().resolve(GRAPHS).resolve(name + ".onnx"));
        Files.write(folder.resolve(name + ".onnx"), content);
        Files.writeString(folder.resolve("manifest.json"), """
                {"kind": "%s", "id": "%s-1", "file": "%2$s.onnx", "licence": "CC-BY-4.0", "sha256": "%s",
                 "input": {"name": "pixels", "width": 8, "height": 8, "layout": "NCHW", "range": [0, 1], "colour": "RGB",
                           "mean": [0.5, 0.5, 0.5], "std": [0.25, 0.25, 0.25]},
                 "output": {%s}}
                """.formatted(kind, name, sha256(content), output));
        return folder;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
