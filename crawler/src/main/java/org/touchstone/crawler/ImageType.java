package org.touchstone.crawler;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Image formats told by their first bytes; what a server calls them is not believed. */
enum ImageType {
    JPEG("jpg"),
    PNG("png"),
    GIF("gif"),
    WEBP("webp"),
    BMP("bmp"),
    SVG("svg");

    private final String extension;

    ImageType(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    static Optional<ImageType> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (head.startsWith("\u0089PNG\r\n")) {
            return Optional.of(PNG);
        }
        if (head.startsWith("GIF8")) {
            return Optional.of(GIF);
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (head.startsWith("BM") && bytes.length > 26) {
            return Optional.of(BMP);
        }
        String text = head.strip().toLowerCase(Locale.ROOT).replaceFirst("^\u00ef\u00bb\u00bf", "");
        boolean markup = text.startsWith("<svg") || text.startsWith("<?xml") || text.startsWith("<!--");
        return markup && text.contains("<svg") ? Optional.of(SVG) : Optional.empty();
    }
}
