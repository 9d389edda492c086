package org.touchstone.models;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** The model that gives an image's mean colour, copied to where a test may spoil it. */
final class TestModels {
    private TestModels() {}

    static Path tiny(Path folder) throws IOException {
        for (String name : new String[] {"tiny.onnx", "manifest.json"}) {
            try (InputStream in = TestModels.class.getResourceAsStream("tiny/" + name)) {
                Files.write(
                        folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
            }
        }
        return folder;
    }

    /** Replaces a text in the manifest. */
    static Path tinyWith(Path folder, String text, String other) throws IOException {
        Path manifest = tiny(folder).resolve("manifest.json");
        String json = Files.readString(manifest);
        if (!json.contains(text)) {
            throw new IllegalArgumentException("no " + text + " in " + json);
        }
        Files.writeString(manifest, json.replace(text, other));
        return folder;
    }

    /**
     * A model of a user's own, with a manifest that fits an encoder of the mean colour.
     *
     * @param name of one of the files in {@code tiny}
     * @param input more fields of the input, each with a comma before it; they come after the usual ones and replace them
     * @param output all fields of the output
     */
    static Path own(Path folder, String kind, String name, String input, String output) throws IOException {
        byte[] content;
        try (InputStream in = TestModels.class.getResourceAsStream("tiny/" + name + ".onnx")) {
            content = Objects.requireNonNull(in, name).readAllBytes();
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".onnx"), content);
        Files.writeString(folder.resolve("manifest.json"), """
                {"kind": "%s", "id": "%s-1", "file": "%2$s.onnx", "licence": "CC BY-NC 4.0", "sha256": "%s", "by": "us",
                 "input": {"name": "pixels", "width": 8, "height": 8, "layout": "NCHW", "range": [0, 1], "colour": "RGB"%s},
                 "output": {%s}}
                """.formatted(kind, name, sha256(content), input, output));
        return folder;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static BufferedImage plain(int width, int height, Color colour, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D g = image.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }
}
