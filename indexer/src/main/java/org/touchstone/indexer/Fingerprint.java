package org.touchstone.indexer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.touchstone.mark.Registration;
import org.touchstone.record.FieldException;
import org.touchstone.record.Located;
import org.touchstone.record.SafePath;

/**
 * Fingerprints of data: of one registration with its images, and of many, added up modulo 2^256 so that their order
 * does not matter. Not thread-safe.
 */
final class Fingerprint {
    static final int BYTES = 32;

    private final byte[] sum = new byte[BYTES];

    /**
     * SHA-256 over a registration and, where images count, over their bytes.
     *
     * @param record the registration in the marks format
     */
    static byte[] of(byte[] record, Located<Registration> located, boolean withImages) {
        MessageDigest digest = sha256();
        digest.update(record);
        if (withImages) {
            for (String image : located.value().mark().images()) {
                digest.update((byte) 0);
                addFile(digest, located.folder(), image);
            }
        }
        return digest.digest();
    }

    private static void addFile(MessageDigest digest, Path folder, String image) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(SafePath.within(folder, "images", image))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException | FieldException e) {
            digest.update((byte) 1); // counts as missing; the analyser tells why
        }
    }

    void add(byte[] digest, int offset) {
        int carry = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            carry += (sum[i] & 0xff) + (digest[offset + i] & 0xff);
            sum[i] = (byte) carry;
            carry >>>= 8;
        }
    }

    /** 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(sum);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
