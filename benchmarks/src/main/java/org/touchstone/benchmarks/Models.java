package org.touchstone.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.RegionFinder;
import org.touchstone.models.ModelStore;

/**
 * The image models that come with Touchstone.
 *
 * @param encoder null when there is none
 * @param regions null when there is none
 * @param seconds that loading them took
 */
record Models(@Nullable ImageEncoder encoder, @Nullable RegionFinder regions, double seconds) implements Closeable {
    static Models load() throws IOException {
        long start = System.nanoTime();
        ImageEncoder encoder = ModelStore.bundled().loadEncoder().orElse(null);
        RegionFinder regions = ModelStore.bundled().loadRegionFinder().orElse(null);
        return new Models(encoder, regions, (System.nanoTime() - start) / 1e9);
    }

    /** Their ids, for the report. */
    String line() {
        return "Encoder " + (encoder == null ? "none" : encoder.id()) + ", regions "
                + (regions == null ? "none" : regions.id()) + ".";
    }

    /** Ids of the encoder alone, as an index names it. */
    String encoderId() {
        return encoder == null ? "none" : encoder.id();
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
        if (regions != null) {
            regions.close();
        }
    }
}
