package org.touchstone.crawler.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.touchstone.record.Json;

/**
 * A file that listings come from.
 *
 * @param path where it lies
 * @param name as listings and rejections call it
 * @param bytes its length
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
public record SourceFile(Path path, String name, long bytes, String sha256) {
    static SourceFile of(Path path, String name) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            int n;
            while ((n = in.read(buffer)) > 0) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
            return new SourceFile(path, name, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The folder against which the file's relative paths are resolved. */
    public Path folder() {
        Path whole = path.toAbsolutePath();
        return whole.getParent() == null ? whole : whole.getParent();
    }

    /** Name and sheet, for rejections. */
    String named(String sheet) {
        return sheet.isEmpty() ? name : name + "[" + sheet + "]";
    }

    /** Where a listing comes from, as it keeps it under {@code source}. */
    ObjectNode origin(String sheet, long row) {
        ObjectNode origin = Json.object().put("file", name);
        if (!sheet.isEmpty()) {
            origin.put("sheet", sheet);
        }
        if (row > 0) {
            origin.put("row", row);
        }
        return origin.put("sha256", sha256);
    }
}
