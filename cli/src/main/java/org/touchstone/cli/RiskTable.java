package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.text.MarksAtRisk;
import org.touchstone.matcher.text.MarksAtRisk.Risk;
import org.touchstone.record.Json;

/** The marks of which most false hits are to be expected, as a table or as JSON. */
record RiskTable(List<Row> rows) {
    private static final int TEXT = 24;
    private static final int NUMBER = 18;
    private static final int RATE = 10;

    /** A mark and the number that its office knows it by, or else its id. */
    record Row(Risk risk, String number) {}

    static RiskTable of(MarkIndex index, int most) {
        List<Row> rows = new ArrayList<>();
        for (Risk risk : MarksAtRisk.worst(index, most)) {
            String number =
                    index.registration(risk.id()).map(Registration::number).orElse("");
            rows.add(new Row(risk, number.isEmpty() ? risk.id() : number));
        }
        return new RiskTable(rows);
    }

    /** An array of objects with {@code id, text, per1000, reasons}, the worst first; reasons are hits in 1,000 titles. */
    ArrayNode asJson() {
        ArrayNode array = Json.mapper().createArrayNode();
        for (Row row : rows) {
            ObjectNode node = array.addObject();
            node.put("id", row.risk().id());
            node.put("text", row.risk().text());
            node.put("per1000", rounded(row.risk().per1000()));
            ObjectNode reasons = node.putObject("reasons");
            row.risk().reasons().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> reasons.put(entry.getKey().key(), rounded(entry.getValue())));
        }
        return array;
    }

    /** To the ten-thousandth: more is not known, and less would be nothing. */
    private static double rounded(double rate) {
        return Math.round(rate * 10_000) / 10_000.0;
    }

    void print(Console console) {
        console.out().println();
        if (rows.isEmpty()) {
            console.out().println(console.text("index.risk.none"));
            return;
        }
        console.out()
                .println(DisplayWidth.fit(console.text("index.risk.mark"), TEXT)
                        + DisplayWidth.fit(console.text("index.risk.number"), NUMBER)
                        + right(console.text("index.risk.per1000")) + "  " + console.text("index.risk.reason"));
        for (Row row : rows) {
            console.out()
                    .println(DisplayWidth.fit(DisplayWidth.cut(row.risk().text(), TEXT - 2), TEXT)
                            + DisplayWidth.fit(DisplayWidth.cut(row.number(), NUMBER - 2), NUMBER)
                            + right(rate(row.risk().per1000())) + "  "
                            + console.text(
                                    "index.risk.reason." + row.risk().main().key()));
        }
        console.out().println(console.text("index.risk.note"));
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, RATE - DisplayWidth.of(text))) + text;
    }

    /** Two figures at most, for it is an order of magnitude. */
    private static String rate(double per1000) {
        String format = per1000 >= 10 ? "%.0f" : per1000 >= 1 ? "%.1f" : per1000 >= 0.01 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, per1000);
    }
}
