package org.touchstone.record;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Objects of a JSON Lines file; empty lines are passed over. */
final class JsonRows implements RowSource {
    private final LineReader lines;
    private final String source;
    private final Consumer<Rejection> rejections;

    JsonRows(LineReader lines, String source, Consumer<Rejection> rejections) {
        this.lines = lines;
        this.source = source;
        this.rejections = rejections;
    }

    @Override
    public @Nullable Row next() throws IOException {
        LineReader.Line line;
        while ((line = lines.next()) != null) {
            if (line.fault() != null) {
                rejections.accept(new Rejection(source, line.number(), "", line.fault(), line.text()));
            } else if (!line.text().isBlank()) {
                try {
                    return new Row(line.number(), Json.read(line.text()));
                } catch (FieldException e) {
                    rejections.accept(new Rejection(source, line.number(), "", e.reason(), line.text()));
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
