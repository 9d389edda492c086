package org.touchstone.crawler.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.listing.Listing;
import org.touchstone.record.Rejection;
import org.touchstone.table.Content;
import org.touchstone.table.FileText;
import org.touchstone.table.Grid;
import org.touchstone.table.TableException;
import org.touchstone.table.XlsxBook;

/**
 * Listings of an export, one at a time. CSV and JSON are read in a stream; of XLSX the texts that cells share are held. What
 * cannot be read is rejected by file, sheet, row and column; only a failing disk throws. Not thread-safe.
 */
public final class ExportReader implements Iterator<Offer>, Closeable {
    private static final int MAX_PICTURE = 64 << 20;

    /** Opens one sheet, or the file where it has none. */
    @FunctionalInterface
    private interface Opening {
        Rows open() throws IOException;
    }

    private final SourceFile file;
    private final Mapping mapping;
    private final ZoneId zone;
    private final Consumer<Rejection> rejections;
    private final Deque<Opening> openings = new ArrayDeque<>();
    /** Fields of the mapping that no JSON record has had so far. */
    private final Set<String> unseen = new LinkedHashSet<>();

    private final List<String> passedOver = new ArrayList<>();
    private @Nullable XlsxBook book;
    private @Nullable Rows rows;
    private @Nullable ListingMaker maker;
    private @Nullable Layout layout;
    private @Nullable Offer ahead;

    private ExportReader(SourceFile file, Mapping mapping, ZoneId zone, Consumer<Rejection> rejections) {
        this.file = file;
        this.mapping = mapping;
        this.zone = mapping.zone() == null ? zone : mapping.zone();
        this.rejections = rejections;
    }

    /**
     * Opens an export; what kind of file it is, its content says before its name.
     *
     * @param name as listings and rejections call the file
     * @param zone of times that state none, where the mapping does not either
     * @throws ExportException when it is no export, or has no headings that are known
     */
    public static ExportReader open(
            Path path, String name, Mapping mapping, ZoneId zone, Consumer<Rejection> rejections) throws IOException {
        ExportReader reader = new ExportReader(SourceFile.of(path, name), mapping, zone, rejections);
        try {
            reader.open(path);
            return reader;
        } catch (TableException e) {
            reader.close();
            throw ExportException.of(e);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Whether a file's name is that of an export. */
    public static boolean isExport(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.matches("(?s).*\\.(?:csv|tsv|xlsx|xlsm|xls|jsonl|ndjson|json)") && !name.startsWith("~$");
    }

    /** How many parts of a listing the headings of a file name; 0 for a file that is no export. */
    public static int fields(Path path) {
        try (ExportReader reader = open(path, path.toString(), Mapping.NONE, ZoneOffset.UTC, ignored -> {})) {
            return reader.rows instanceof HeadedRows headed ? headed.fields() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private void open(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(512);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (start.startsWith("PK")) {
            openXlsx(path);
        } else if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw new ExportException(
                    "expected CSV, XLSX or JSON, found a file of Excel 97 or one with a password; save it as .xlsx without one");
        } else if (start.stripLeading().startsWith("<")) {
            throw new ExportException(
                    "expected CSV, XLSX or JSON, found HTML or XML; open it in a spreadsheet program and save it as .xlsx");
        } else if (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            unseen.addAll(mapping.fields().keySet());
            openings.add(() -> JsonRecords.open(path, mapping, file.name(), rejections));
        } else {
            openings.add(() -> {
                Content content = () -> Files.newInputStream(path);
                FileText text = FileText.of(
                        content,
                        mapping.charset(),
                        bytes -> PageText.decode(bytes, "").charset());
                return headed(Grid.ofCsv(content, text, file.name(), rejections));
            });
        }
        if (book == null) {
            next(openings.removeFirst());
        }
    }

    private void openXlsx(Path path) throws IOException {
        XlsxBook open = new XlsxBook(path);
        book = open;
        for (XlsxBook.Sheet sheet : open.sheets()) {
            if (mapping.sheet().isEmpty() || mapping.sheet().equals(sheet.name())) {
                openings.add(() -> headed(open.grid(sheet, file.named(sheet.name()), rejections)));
            }
        }
        if (openings.isEmpty()) {
            throw new ExportException("expected a sheet '" + mapping.sheet() + "', found the sheets "
                    + String.join(
                            ", ",
                            open.sheets().stream().map(XlsxBook.Sheet::name).toList()));
        }
        firstSheet();
    }

    /** Goes to the first sheet with headings that are known. */
    private void firstSheet() throws IOException {
        ExportException first = null;
        while (rows == null) {
            Opening opening = openings.poll();
            if (opening == null) {
                throw Objects.requireNonNull(first, "there was a sheet");
            }
            first = passOver(opening, first);
        }
    }

    /** Opens a sheet, or notes why it is left out; the first reason with a mapping to complete is the one to tell. */
    private @Nullable ExportException passOver(Opening opening, @Nullable ExportException before) throws IOException {
        try {
            next(opening);
            return before;
        } catch (TableException failure) {
            ExportException e = ExportException.of(failure);
            passedOver.add(String.valueOf(e.getMessage()));
            return before == null
                            || before.skeleton().isEmpty() && !e.skeleton().isEmpty()
                    ? e
                    : before;
        }
    }

    private Rows headed(Grid grid) throws IOException {
        try {
            return HeadedRows.open(grid, mapping, file.named(grid.sheet()), rejections);
        } catch (IOException | RuntimeException e) {
            grid.close();
            if (e instanceof TableException table && !grid.sheet().isEmpty()) {
                throw ExportException.of(table).in(grid.sheet());
            }
            throw e;
        }
    }

    private void next(Opening opening) throws IOException {
        Rows open = opening.open();
        rows = open;
        layout = null;
        maker = new ListingMaker(file, open.sheet(), mapping, zone, rejections);
    }

    /** Goes to the next listing; none is ahead after the last. */
    private void advance() throws IOException {
        while (ahead == null && rows != null) {
            Row row = null;
            try {
                row = rows.next();
            } catch (TableException e) {
                rejections.accept(Rejection.ofFile(file.named(rows.sheet()), String.valueOf(e.getMessage())));
            }
            if (row == null) {
                for (String field : unseen) {
                    rejections.accept(Rejection.ofFile(
                            file.name(), "the mapping's column for " + field + " stands in no record of the file"));
                }
                unseen.clear();
                rows.close();
                rows = null;
                while (rows == null && !openings.isEmpty()) {
                    passOver(openings.removeFirst(), null);
                }
                continue;
            }
            Layout known = layout;
            if (known == null || !known.names().equals(row.names())) {
                known = Layout.of(row.names(), mapping);
                layout = known;
                unseen.removeAll(known.mapped());
            }
            Listing listing =
                    Objects.requireNonNull(maker, "made with the rows").make(row, known);
            if (listing != null) {
                ahead = new Offer(listing, file.named(rows.sheet()), row.number(), row.pictures());
            }
        }
    }

    /** The file that is read. */
    public SourceFile file() {
        return file;
    }

    /** Sheets that were left out since no headings of theirs are known, each with the reason; complete after the last listing. */
    public List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    /** The bytes of an embedded picture; null when it is not there, or longer than any picture should be. */
    public byte @Nullable [] picture(String part) throws IOException {
        return book == null ? null : book.bytes(part, MAX_PICTURE);
    }

    /**
     * @throws UncheckedIOException when the disk fails
     */
    @Override
    public boolean hasNext() {
        try {
            advance();
            return ahead != null;
        } catch (IOException e) {
            throw new UncheckedIOException(file.name() + " cannot be read", e);
        }
    }

    @Override
    public Offer next() {
        Offer next = hasNext() ? ahead : null;
        if (next == null) {
            throw new NoSuchElementException("no listing after the last of " + file.name());
        }
        ahead = null;
        return next;
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
        if (book != null) {
            book.close();
        }
    }
}
