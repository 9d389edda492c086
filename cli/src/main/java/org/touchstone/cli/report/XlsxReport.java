package org.touchstone.cli.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The report as a workbook: numbers, percentages and instants (UTC) are typed, everything else is text, ids too; nothing
 * becomes a formula or a link. A second sheet says what was scanned.
 */
public final class XlsxReport implements Report {
    /** Rows that a sheet holds, less some to spare. */
    static final int MOST_ROWS = 1_000_000;

    /** Characters that a cell holds. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final int ROWS_HELD = 500;

    private final int mostRows;

    public XlsxReport() {
        this(MOST_ROWS);
    }

    XlsxReport(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public void write(OutputStream out, ReportSummary summary, Iterable<ReportEntry> entries, @Nullable Locale locale)
            throws IOException {
        Headings headings = new Headings(locale);
        Workbook workbook = new Workbook(new Unclosed(out), "Touchstone", null);
        Worksheet hits = workbook.newWorksheet(name(headings.get("report.findings")));
        int rows = hits(hits, headings, entries);
        hits.finish();
        Worksheet scope = workbook.newWorksheet(name(headings.get("report.scope")));
        scope(scope, headings, summary, rows);
        scope.finish();
        workbook.finish();
        out.flush();
    }

    private int hits(Worksheet sheet, Headings headings, Iterable<ReportEntry> entries) throws IOException {
        List<HitColumn> columns = HitColumn.ALL;
        for (int i = 0; i < columns.size(); i++) {
            HitColumn column = columns.get(i);
            sheet.width(i, width(column));
            sheet.value(0, i, headings.get("column." + column.key()));
            sheet.style(0, i)
                    .bold()
                    .fillColor("E8ECF1")
                    .verticalAlignment("center")
                    .wrapText(true)
                    .set();
        }
        sheet.freezePane(4, 1);
        int row = 0;
        for (ReportEntry entry : entries) {
            if (row == mostRows) {
                break;
            }
            row++;
            for (int i = 0; i < columns.size(); i++) {
                cell(sheet, row, i, columns.get(i), columns.get(i).value().apply(entry));
            }
            if (row % ROWS_HELD == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, row, columns.size() - 1);
        return row;
    }

    private static void cell(Worksheet sheet, int row, int at, HitColumn column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Instant instant -> {
                sheet.value(row, at, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                sheet.style(row, at).format("yyyy-mm-dd hh:mm:ss").set();
            }
            case Long number -> sheet.value(row, at, number);
            case BigDecimal number
            when column.form() == HitColumn.Form.PERCENT -> {
                sheet.value(row, at, number);
                sheet.style(row, at).format("0.0%").set();
            }
            case BigDecimal number -> {
                sheet.value(row, at, number);
                sheet.style(row, at).format("0.0#").set();
            }
            default -> {
                String text = cut(CellText.clean(value.toString()));
                if (!text.isEmpty()) {
                    sheet.inlineString(row, at, text);
                    sheet.style(row, at)
                            .format("@")
                            .wrapText(column.form() == HitColumn.Form.LONG_TEXT)
                            .set();
                }
            }
        }
    }

    private static double width(HitColumn column) {
        return switch (column.form()) {
            case LONG_TEXT -> 48;
            case TEXT -> 18;
            case INSTANT -> 20;
            case WHOLE, DECIMAL, PERCENT -> 10;
        };
    }

    private void scope(Worksheet sheet, Headings headings, ReportSummary summary, int rows) {
        sheet.width(0, 28);
        sheet.width(1, 90);
        String[][] lines = {
            {"report.scope.listings", Long.toString(summary.listings())},
            {"report.scope.marks", Long.toString(summary.marks())},
            {"report.scope.hits", Long.toString(summary.hits())},
            {"report.scope.rows", Long.toString(rows)},
            {"report.scope.rejected", Long.toString(summary.rejected())},
            {"report.scope.started", summary.started().toString()},
            {"report.scope.seconds", ReportFrame.seconds(summary)},
            {"report.scope.files", String.join("\n", summary.files())},
            {"report.scope.command", summary.commandLine()},
            {"report.scope.versions", ReportFrame.versions(summary)}
        };
        for (int i = 0; i < lines.length; i++) {
            sheet.value(i, 0, headings.get(lines[i][0]));
            sheet.style(i, 0).bold().verticalAlignment("top").set();
            String value = cut(CellText.clean(lines[i][1]));
            if (value.matches("\\d{1,15}")) {
                sheet.value(i, 1, Long.valueOf(value));
                sheet.style(i, 1).horizontalAlignment("left").set();
            } else {
                sheet.inlineString(i, 1, value);
                sheet.style(i, 1).format("@").wrapText(true).set();
            }
        }
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** A sheet's name has at most 31 characters, and not every one. */
    private static String name(String heading) {
        String plain = heading.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return plain.length() > 31 ? plain.substring(0, 31) : plain;
    }

    /** The workbook closes its stream; ours must stay open to be forced to disk. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
