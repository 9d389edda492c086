package org.touchstone.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The report as a table for spreadsheets: RFC 4180, UTF-8 with a byte order mark, without which a Chinese Excel takes it
 * for GBK; texts that look like formulas are made inert. Ids of more than 15 digits lose their last ones in Excel; the
 * {@code .xlsx} report keeps them.
 */
public final class CsvReport implements Report {
    @Override
    public void write(OutputStream out, ReportSummary summary, Iterable<ReportEntry> entries, @Nullable Locale locale)
            throws IOException {
        StringBuilder line = new StringBuilder("\uFEFF");
        Headings headings = new Headings(locale);
        for (HitColumn column : HitColumn.ALL) {
            cell(line, column, headings.get("column." + column.key()));
        }
        end(line, out);
        for (ReportEntry entry : entries) {
            for (HitColumn column : HitColumn.ALL) {
                Object value = column.value().apply(entry);
                cell(line, column, value == null ? "" : plain(value));
            }
            end(line, out);
        }
        out.flush();
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static void cell(StringBuilder line, HitColumn column, String value) {
        if (column != HitColumn.ALL.getFirst()) {
            line.append(',');
        }
        String text = CellText.inert(CellText.clean(value));
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == ';' || c == '\t')
                || !text.equals(text.strip());
        line.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    private static void end(StringBuilder line, OutputStream out) throws IOException {
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }
}
