package org.touchstone.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats that Touchstone reads. A file's format is told by its content, never by its name. */
public enum ImageFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    BMP("image/bmp"),
    SVG("image/svg+xml");

    /** How far an SVG's root may be from the start, past its prologue and comments. */
    private static final int PROLOGUE = 1 << 16;

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** For example {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    /** With its article, as it stands in a message: {@code a PNG}. */
    @Override
    public String toString() {
        return this == WEBP ? "a WebP" : this == SVG ? "an SVG" : "a " + name();
    }

    /**
     * Tells the format.
     *
     * @throws ImageRejectedException when it is none of these; the message says what it looks like
     */
    static ImageFormat of(byte[] content) throws ImageRejectedException {
        Bytes bytes = new Bytes(content);
        if (bytes.startsWith("\u00ff\u00d8\u00ff", 0)) {
            return JPEG;
        }
        if (bytes.startsWith("\u0089PNG\r\n\u001a\n", 0)) {
            return PNG;
        }
        if (bytes.startsWith("GIF87a", 0) || bytes.startsWith("GIF89a", 0)) {
            return GIF;
        }
        if (bytes.startsWith("RIFF", 0) && bytes.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (bytes.startsWith("BM", 0) && content.length >= 18 && looksLikeBmp(content)) {
            return BMP;
        }
        String start = text(content);
        if (isSvg(start)) {
            return SVG;
        }
        throw new ImageRejectedException(
                "expected an image (JPEG, PNG, GIF, WebP, BMP or SVG), found " + other(bytes, start));
    }

    /** Whether an SVG's root is in sight. Whether it is the root indeed, the parser finds out. */
    private static boolean isSvg(String start) {
        return start.startsWith("<") && !isHtml(start) && (start.contains("<svg") || start.contains(":svg"));
    }

    private static boolean isHtml(String start) {
        return start.regionMatches(true, 0, "<!doctype html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5);
    }

    /** The size of the header that follows tells a BMP from a text that begins with BM. */
    private static boolean looksLikeBmp(byte[] content) {
        long size = (content[14] & 0xff) | (content[15] & 0xff) << 8 | (content[16] & 0xff) << 16;
        return content[17] == 0 && size >= 12 && size <= 1024;
    }

    /** The beginning, as text if it may be one, without a byte order mark and leading blanks. */
    private static String text(byte[] content) {
        int length = Math.min(content.length, PROLOGUE);
        String text;
        if (length > 3 && (content[0] == 0 && content[1] == '<' || (content[0] & 0xff) == 0xfe)) {
            text = new String(content, 0, length, StandardCharsets.UTF_16BE);
        } else if (length > 3 && (content[1] == 0 && content[0] == '<' || (content[0] & 0xff) == 0xff)) {
            text = new String(content, 0, length, StandardCharsets.UTF_16LE);
        } else {
            text = new String(content, 0, length, StandardCharsets.UTF_8);
        }
        return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
    }

    private static String other(Bytes bytes, String start) {
        if (bytes.length() == 0) {
            return "an empty file";
        }
        String known = known(bytes);
        if (known != null) {
            return known;
        }
        if (isHtml(start)) {
            return "an HTML page";
        }
        if (start.startsWith("<?xml")) {
            return "XML that is no SVG";
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(8, bytes.length()); i++) {
            hex.append(String.format(Locale.ROOT, i == 0 ? "%02x" : " %02x", bytes.rawAt(i)));
        }
        return "a file that begins with bytes " + hex;
    }

    private static @Nullable String known(Bytes bytes) {
        if (bytes.startsWith("%PDF", 0)) {
            return "a PDF";
        }
        if (bytes.startsWith("II*\0", 0) || bytes.startsWith("MM\0*", 0)) {
            return "a TIFF";
        }
        if (bytes.startsWith("ftyp", 4)) {
            return bytes.startsWith("avi", 8) ? "an AVIF" : bytes.startsWith("he", 8) ? "a HEIC" : "a video (MP4)";
        }
        if (bytes.startsWith("\u001f\u008b", 0)) {
            return "a gzip file";
        }
        return bytes.startsWith("PK\u0003\u0004", 0) ? "a ZIP file" : null;
    }
}
