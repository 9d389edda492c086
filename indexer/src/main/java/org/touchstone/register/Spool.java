package org.touchstone.register;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file on disk, for what can only be read there; one that was made for that is deleted when this is closed. */
record Spool(Path path, boolean isMade) implements Closeable {
    private static final long MOST = 4L << 30;

    static Spool of(RegisterSource source) throws IOException {
        @Nullable Path file = source.file();
        if (file != null) {
            return new Spool(file, false);
        }
        Spool spool = new Spool(Files.createTempFile("touchstone", ".tmp"), true);
        try (InputStream in = source.content().open();
                OutputStream out = Files.newOutputStream(spool.path)) {
            byte[] buffer = new byte[1 << 16];
            long count = 0;
            for (int n; (n = in.read(buffer)) > 0; ) {
                count += n;
                if (count > MOST) {
                    throw new DamagedException("expected at most " + MOST + " bytes within an archive, found more in "
                            + source.name() + "; unpack it first");
                }
                out.write(buffer, 0, n);
            }
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (isMade) {
            Files.deleteIfExists(path);
        }
    }
}
