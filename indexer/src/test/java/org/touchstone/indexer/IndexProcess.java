package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Path;
import org.touchstone.mark.Registration;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;
import org.touchstone.register.RegisterRecord;

/** An indexing in a process of its own, to be killed. Takes {@code build} or {@code update}, the folder, and the marks. */
final class IndexProcess {
    private IndexProcess() {}

    public static void main(String[] args) throws IOException {
        Path dir = Path.of(args[1]);
        try (RecordReader<Registration> marks =
                RecordReader.open(Path.of(args[2]), Formats.REGISTRATION, IndexProcess::fail)) {
            if (args[0].equals("update")) {
                MarkIndexWriter.update(dir, RegisterRecord.all(marks), null, IndexProcess::fail, read -> {});
            } else {
                MarkIndexWriter.build(dir, RegisterRecord.all(marks), null, IndexProcess::fail, read -> {});
            }
        }
    }

    private static void fail(Rejection rejection) {
        throw new AssertionError(rejection.toString());
    }
}
