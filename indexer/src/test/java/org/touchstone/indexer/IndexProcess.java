package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Path;
import org.touchstone.record.Rejection;
import org.touchstone.register.RegisterFile;

/** An indexing in a process of its own, to be killed. Takes {@code build} or {@code update}, the folder, and the marks. */
final class IndexProcess {
    private IndexProcess() {}

    public static void main(String[] args) throws IOException {
        Path dir = Path.of(args[1]);
        try (RegisterFile marks = RegisterFile.open(Path.of(args[2]), IndexProcess::fail)) {
            if (args[0].equals("update")) {
                MarkIndexWriter.update(dir, marks, null, IndexProcess::fail, read -> {});
            } else {
                MarkIndexWriter.build(dir, marks, null, IndexProcess::fail, read -> {});
            }
        }
    }

    private static void fail(Rejection rejection) {
        throw new AssertionError(rejection.toString());
    }
}
