package org.touchstone.cli.report;

import java.nio.file.Path;
import java.util.Locale;

/** The reports by the endings of their files. */
public final class Reports {
    private Reports() {}

    /**
     * The report that a file's ending asks for.
     *
     * @throws IllegalArgumentException for another ending; the message says which ones there are
     */
    public static Report forFile(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".html") || lower.endsWith(".htm")) {
            return new HtmlReport();
        }
        if (lower.endsWith(".csv")) {
            return new CsvReport();
        }
        if (lower.endsWith(".xlsx")) {
            return new XlsxReport();
        }
        throw new IllegalArgumentException(
                "expected a report file that ends in .html, .csv or .xlsx, found '" + name + "'");
    }
}
