package org.touchstone.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.touchstone.crawler.imports.ExportReader;
import org.touchstone.crawler.imports.Mapping;
import org.touchstone.crawler.imports.Offer;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

/** Listings of a marketplace's export, read where it lies. Pictures within the file are left to {@code crawl import}. */
final class ExportListings implements Iterator<Located<Listing>>, Closeable {
    /** Fields by which a CSV file shows that it is an export; one alone may be chance. */
    private static final int ENOUGH = 2;

    private final ExportReader reader;

    private ExportListings(ExportReader reader) {
        this.reader = reader;
    }

    static ExportListings open(Path file, Consumer<Rejection> rejections) throws IOException {
        return new ExportListings(
                ExportReader.open(file, file.toString(), Mapping.NONE, ZoneId.systemDefault(), rejections));
    }

    /** Whether a file is an export rather than listings in the format of our own. */
    static boolean isExport(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
            return true;
        }
        return (name.endsWith(".csv") || name.endsWith(".tsv")) && !isOwn(file) && ExportReader.fields(file) >= ENOUGH;
    }

    private static boolean isOwn(Path file) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            char[] head = new char[1 << 14];
            int length = Math.max(0, in.read(head));
            String line = new String(head, 0, length).lines().findFirst().orElse("");
            Set<String> columns = new HashSet<>();
            Arrays.stream(line.replace("\ufeff", "").split("[,;\t]"))
                    .map(column -> column.replace("\"", "").strip().replaceFirst("\\..*", ""))
                    .forEach(columns::add);
            return Formats.LISTING.needs().stream()
                    .allMatch(alternatives -> alternatives.stream().anyMatch(columns::contains));
        } catch (IOException e) {
            return true; // the reader of our own format says what is wrong
        }
    }

    @Override
    public boolean hasNext() {
        return reader.hasNext();
    }

    @Override
    public Located<Listing> next() {
        Offer offer = reader.next();
        return new Located<>(offer.listing(), offer.source(), reader.file().folder(), offer.row());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
