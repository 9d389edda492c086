package org.touchstone.models;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    static BufferedImage plain(int width, int height, Color colour, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D g = image.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }
}
