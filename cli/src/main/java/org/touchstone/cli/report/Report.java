package org.touchstone.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.AtomicFile;

/** A kind of report. Stateless and thread-safe. */
public sealed interface Report permits HtmlReport, CsvReport, XlsxReport {
    /**
     * Writes a report to a stream, which stays open.
     *
     * @param entries best first; gone through once, held a few at a time
     * @param locale for the language of the report; null to follow the reader: HTML follows the browser, and tables have
     *     headings in both languages
     */
    void write(OutputStream out, ReportSummary summary, Iterable<ReportEntry> entries, @Nullable Locale locale)
            throws IOException;

    /** Writes a report to a file, which is there whole or not at all. */
    default void write(Path file, ReportSummary summary, Iterable<ReportEntry> entries, @Nullable Locale locale)
            throws IOException {
        try (AtomicFile target = AtomicFile.create(file)) {
            write(target.stream(), summary, entries, locale);
            target.commit();
        }
    }
}
