package org.touchstone.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.matcher.Scorer;
import org.touchstone.page.Exhibit;
import org.touchstone.page.HitCard;
import org.touchstone.page.Language;
import org.touchstone.page.Page;
import org.touchstone.page.Phrases;

/**
 * The report as one HTML file that needs nothing else: styles, script and pictures are in it, and its policy lets nothing
 * else in. It can be read without the script; the script filters, sorts and changes the language.
 */
public final class HtmlReport implements Report {
    /** Hits in a file that a browser still shows with ease. */
    static final int MOST_HITS = 2_000;

    /** Hits with pictures; about 60 kB each. */
    static final int MOST_PICTURED = 300;

    private final int mostHits;
    private final int mostPictured;

    public HtmlReport() {
        this(MOST_HITS, MOST_PICTURED);
    }

    HtmlReport(int mostHits, int mostPictured) {
        this.mostHits = mostHits;
        this.mostPictured = mostPictured;
    }

    @Override
    public void write(OutputStream out, ReportSummary summary, Iterable<ReportEntry> entries, @Nullable Locale locale)
            throws IOException {
        Language language =
                locale == null ? null : Language.of(locale.toLanguageTag()).orElse(Language.ENGLISH);
        Page page = new Page(Phrases.in(language == null ? Language.ENGLISH : language));
        ReportFrame frame = new ReportFrame(page, language);
        HitCard card = new HitCard(page, Scorer.PRIOR);
        frame.begin(summary, mostHits, mostPictured);
        drain(page, out);
        Iterator<ReportEntry> all = entries.iterator();
        long shown = 0;
        try (Exhibition exhibition = new Exhibition(all, mostPictured)) {
            while (shown < mostHits && exhibition.hasNext()) {
                Exhibit exhibit = exhibition.next();
                if (shown == mostPictured) {
                    page.phrase("p", "note", "report.no-pictures");
                }
                card.write(exhibit);
                drain(page, out);
                shown++;
            }
        }
        frame.end(summary, shown);
        drain(page, out);
        out.flush();
    }

    private static void drain(Page page, OutputStream out) throws IOException {
        out.write(page.markup().drain().getBytes(StandardCharsets.UTF_8));
    }
}
