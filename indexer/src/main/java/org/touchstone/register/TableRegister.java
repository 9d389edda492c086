package org.touchstone.register;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.FieldException;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;
import org.touchstone.table.Content;
import org.touchstone.table.FileText;
import org.touchstone.table.Grid;
import org.touchstone.table.TableException;
import org.touchstone.table.XlsxBook;

/** A register as a table: CSV, TSV or the sheets of an XLSX file, under headings of the project's own or of exports. */
final class TableRegister extends Records {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Rows of one record; there is one for each of its classes, or for each of its goods. */
    private static final int MOST_ROWS = 10_000;

    private static final int MOST_PICTURE = 64 << 20;

    /** Rejections in a row that are held to be counted as records; further ones are told at once. */
    private static final int MOST_WAITING = 10_000;

    private final RegisterSource source;
    private final Intake intake;
    private final Deque<Opening> openings = new ArrayDeque<>();
    private @Nullable XlsxBook book;
    private @Nullable Spool spool;
    private @Nullable Sheet sheet;

    /** A grid whose headings are known. */
    private record Sheet(Grid grid, String name, TableHead head, Deque<Grid.Line> ahead) {}

    /** A grid that is opened when its turn comes. */
    private record Opening(String name, Source grid) {
        @FunctionalInterface
        interface Source {
            Grid open() throws IOException;
        }
    }

    private TableRegister(RegisterSource source, Intake intake) {
        this.source = source;
        this.intake = intake;
    }

    /**
     * Opens a file of text.
     *
     * @param start the first bytes
     * @throws NoRegisterException when there are no headings that are known
     */
    static Records open(RegisterSource source, byte[] start, Intake intake) throws IOException {
        if (TableHead.isOwn(RegisterKind.text(start))) {
            return own(source, intake);
        }
        TableRegister register = new TableRegister(source, intake);
        register.openings.add(new Opening(source.name(), () -> {
            FileText text = FileText.of(untilDamage(source.content()), null, bytes -> WINDOWS_1252);
            return Grid.ofCsv(source.content(), text, source.name(), intake.rejections());
        }));
        register.begin();
        return register;
    }

    /** The same up to where it is damaged, which is told when it is read. */
    private static Content untilDamage(Content content) {
        return () -> new FilterInputStream(content.open()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return super.read(bytes, offset, length);
                } catch (DamagedException e) {
                    return -1;
                }
            }
        };
    }

    /** A CSV file in the marks format. A row that is rejected is a record, too: it was read. */
    private static Records own(RegisterSource source, Intake intake) throws IOException {
        Deque<Rejection> refused = new ArrayDeque<>();
        RecordReader<org.touchstone.mark.Registration> rows = RecordReader.open(
                source.content().open(),
                source.name(),
                source.folder(),
                /* csv= */ true,
                Formats.REGISTRATION,
                one -> {
                    if (refused.size() < MOST_WAITING) {
                        refused.add(one);
                    } else {
                        intake.rejections().accept(one);
                    }
                });
        return new Records() {
            @Override
            @Nullable
            RegisterRecord advance() {
                boolean more = rows.hasNext();
                Rejection rejection = refused.poll();
                if (rejection != null) {
                    return () -> new RegisterRecord.Reading(null, List.of(rejection));
                }
                return more ? RegisterRecord.of(rows.next()) : null;
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }

    /**
     * Opens an XLSX file.
     *
     * @param spool where it lies; closed with the register
     * @throws NoRegisterException when no sheet has headings that are known
     */
    static Records openWorkbook(RegisterSource source, Spool spool, Intake intake) throws IOException {
        TableRegister register = new TableRegister(source, intake);
        XlsxBook book;
        try {
            book = new XlsxBook(spool.path());
        } catch (TableException e) {
            throw new NoRegisterException(source.name(), "a broken XLSX file: " + e.getMessage(), false);
        }
        register.book = book;
        register.spool = spool;
        for (XlsxBook.Sheet one : book.sheets()) {
            String name = source.name() + "[" + one.name() + "]";
            register.openings.add(new Opening(name, () -> book.grid(one, name, intake.rejections())));
        }
        register.begin();
        return register;
    }

    /** Goes to the first grid whose headings are known. */
    private void begin() throws IOException {
        List<String> found = new ArrayList<>();
        try {
            while (sheet == null && !openings.isEmpty()) {
                found.add(nextSheet());
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        if (sheet == null) {
            spool = null; // the caller's still
            close();
            throw new NoRegisterException(
                    source.name(),
                    "a table without headings that are known" + String.join("", found)
                            + " (docs/registers/cnipa.md and own.md name them)",
                    source.name().matches("(?s).*[/!][^./!]*"));
        }
    }

    /** Opens the next grid; says what was found where its headings are not known. */
    private String nextSheet() throws IOException {
        Opening opening = openings.removeFirst();
        Grid grid;
        try {
            grid = opening.grid.open();
        } catch (TableException e) {
            return "; " + e.getMessage();
        }
        Deque<Grid.Line> ahead = new ArrayDeque<>();
        try {
            Grid.Line line;
            while (ahead.size() < TableHead.LOOKED_AT && (line = grid.next()) != null) {
                ahead.add(line);
            }
        } catch (TableException e) {
            if (ahead.isEmpty()) {
                grid.close();
                return "; " + e.getMessage();
            }
            intake.reject(opening.name, String.valueOf(e.getMessage()));
        }
        TableHead head = TableHead.of(ahead);
        if (head == null) {
            grid.close();
            if (ahead.stream().anyMatch(line -> CnipaHead.of(line).lacksOffice())) {
                return ", but English ones without a column 'Office' for the office's two letters";
            }
            return ahead.isEmpty()
                    ? ""
                    : ", but '"
                            + Notes.shortened(
                                    String.join(" | ", ahead.getFirst().cells())) + "'";
        }
        while (ahead.removeFirst() != head.line()) {
            // titles above the headings
        }
        sheet = new Sheet(grid, opening.name, head, ahead);
        return "";
    }

    @Override
    @Nullable
    RegisterRecord advance() throws IOException {
        while (sheet != null) {
            Sheet open = sheet;
            Grid.Line line = line(open);
            if (line != null) {
                List<Grid.Line> rows = new ArrayList<>(List.of(line));
                Grid.Line next;
                while ((next = line(open)) != null && rows.size() < MOST_ROWS && open.head.goesOn(line, next)) {
                    rows.add(next);
                }
                if (next != null) {
                    open.ahead.addFirst(next);
                }
                return record(open, rows);
            }
            open.grid.close();
            sheet = null;
            while (sheet == null && !openings.isEmpty()) {
                nextSheet();
            }
        }
        return null;
    }

    /** The next line that may be a record; null after the last. */
    private Grid.@Nullable Line line(Sheet open) throws IOException {
        while (true) {
            Grid.Line line = open.ahead.poll();
            try {
                line = line == null ? open.grid.next() : line;
            } catch (TableException e) {
                intake.reject(open.name, String.valueOf(e.getMessage()));
                return null;
            }
            if (line == null || !line.cells().equals(open.head.line().cells())) {
                return line; // files that were put together repeat their headings
            }
        }
    }

    private RegisterRecord record(Sheet open, List<Grid.Line> rows) throws IOException {
        List<String> pictures = new ArrayList<>();
        for (Grid.Line row : rows) {
            for (String part : row.pictures()) {
                byte[] bytes = Objects.requireNonNull(book, "only its sheets have pictures")
                        .bytes(part, MOST_PICTURE);
                if (bytes != null) {
                    int dot = part.lastIndexOf('.');
                    String ending = dot < 0 ? "" : part.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
                    pictures.add(intake.pictures().put(bytes, ending));
                }
            }
        }
        Path folder = pictures.isEmpty() ? source.folder() : intake.pictures().folder();
        return () -> read(
                open, rows, pictures, new Notes(open.name, folder, rows.get(0).number()));
    }

    private static RegisterRecord.Reading read(Sheet open, List<Grid.Line> rows, List<String> pictures, Notes notes) {
        String reason;
        String field = "";
        try {
            RegisterChange change = open.head.read(rows, pictures, notes);
            return new RegisterRecord.Reading(
                    new Located<>(change, notes.source(), notes.folder(), notes.line()), notes.rejections());
        } catch (FieldException e) {
            field = e.field();
            reason = e.reason();
        } catch (RuntimeException e) {
            reason = JsonRegister.reason(e);
        }
        List<Rejection> rejections = new ArrayList<>(notes.rejections());
        rejections.add(new Rejection(
                notes.source(),
                notes.line(),
                field,
                reason,
                String.join(",", rows.get(0).cells())));
        return new RegisterRecord.Reading(null, rejections);
    }

    @Override
    public void close() throws IOException {
        try (Spool made = spool;
                XlsxBook open = book) {
            if (sheet != null) {
                sheet.grid.close();
            }
        }
    }
}
