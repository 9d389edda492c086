package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.image.OpenCvImageAnalyser;
import org.touchstone.record.Located;
import org.touchstone.register.RegisterRecord;

/** Builds indexes of marks with their images. */
final class ImageIndex {
    private ImageIndex() {}

    /** Builds an index and says how many seconds it took. */
    static double build(Path folder, List<Located<Registration>> marks, Models models) throws IOException {
        return MarkIndexWriter.build(
                        folder,
                        RegisterRecord.all(marks.iterator()),
                        new OpenCvImageAnalyser(models.encoder()),
                        rejection -> {
                            throw new IllegalStateException("a mark of a bench was rejected: " + rejection);
                        },
                        read -> {})
                .seconds();
    }
}
