package org.touchstone.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A model with its file, bundled or in a folder. Immutable. */
public final class StoredModel {
    private static final int MAX_BYTES = 512 << 20;

    private final ModelManifest manifest;
    private final String location;
    private final Opener opener;

    /** Opens the model file. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    StoredModel(ModelManifest manifest, String location, Opener opener) {
        this.manifest = manifest;
        this.location = location;
        this.opener = opener;
    }

    public ModelManifest manifest() {
        return manifest;
    }

    /** Where the model file is: a path, or {@code bundled}. For people. */
    public String location() {
        return location;
    }

    /**
     * The model file's content, after its sha256 was held against the manifest's.
     *
     * @throws ModelException when the file is not the one that the manifest means
     * @throws IOException when it cannot be read
     */
    public byte[] content() throws IOException {
        byte[] content;
        try (InputStream in = opener.open()) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        if (content.length > MAX_BYTES) {
            throw new ModelException(name() + ": expected at most " + MAX_BYTES + " bytes, found more");
        }
        String found = sha256(content);
        if (!found.equals(manifest.sha256())) {
            throw new ModelException(name() + ": expected sha256 " + manifest.sha256() + ", found " + found + " ("
                    + content.length + " bytes); the file was altered or cut: put the original back");
        }
        return content;
    }

    /**
     * Length of the model file in bytes, found by reading through it; whether it is the right one is not looked at.
     *
     * @throws IOException when it cannot be read
     */
    public long size() throws IOException {
        try (InputStream in = opener.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    String name() {
        return "model " + manifest.id() + " (" + manifest.file() + ", " + location + ")";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
