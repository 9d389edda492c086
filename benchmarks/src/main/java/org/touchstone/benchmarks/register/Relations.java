package org.touchstone.benchmarks.register;

import java.time.LocalDate;

/** What else a record may have: earlier marks, applications abroad, codes of its figure, and the Madrid system. */
final class Relations {
    private static final String[] MADRID_EVENTS = {
        "NEWAP", "NEW APPLICATION FOR IR RECEIVED",
        "AUTOC", "APPLICATION FOR IR REVIEWED BY OFFICE",
        "SENTI", "IR CERTIFIED AND SENT TO IB",
        "REGIS", "IR REGISTRATION RECEIVED FROM IB",
        "NOTIF", "NOTIFICATION FROM IB PROCESSED"
    };

    private Relations() {}

    static void writePrior(CaseFile file, Xml xml) {
        Draw draw = file.draw(Draw.Part.PRIOR);
        if (!draw.chance(0.12)) {
            return;
        }
        xml.open("prior-registration-applications").element("other-related-in", draw.chance(0.2));
        for (int left = draw.between(1, 3); left > 0; left--) {
            xml.open("prior-registration-application")
                    .element("relationship-type", 0)
                    .element("number", CaseFile.registrationNumber(draw.below(5_000_000)), 7)
                    .close("prior-registration-application");
        }
        xml.close("prior-registration-applications");
    }

    static void writeForeign(CaseFile file, Classes classes, Xml xml) {
        if (!classes.isForeign()) {
            return;
        }
        Draw draw = file.draw(Draw.Part.FOREIGN);
        LocalDate filed = file.life().filed().minusDays(draw.between(20, 180));
        boolean registered = draw.chance(0.6);
        xml.open("foreign-applications").open("foreign-application").element("filing-date", filed);
        if (registered) {
            xml.element("registration-date", filed.plusDays(150))
                    .element("registration-expiration-date", filed.plusYears(10));
        }
        xml.element("entry-number", 1)
                .element("application-number", draw.between(100_000, 99_999_999))
                .element("country", draw.chance(0.5) ? "EM" : "CN")
                .element("registration-number", registered ? String.valueOf(draw.between(100_000, 9_999_999)) : null)
                .element("foreign-priority-claim-in", draw.chance(0.7))
                .close("foreign-application")
                .close("foreign-applications");
    }

    /** Category, division and section, two digits each. */
    static void writeDesign(CaseFile file, Xml xml) {
        if (!file.mark().withFigure()) {
            return;
        }
        Draw draw = file.draw(Draw.Part.DESIGN);
        xml.open("design-searches");
        for (int left = draw.between(1, 5); left > 0; left--) {
            int category = draw.chance(0.4) ? 26 : draw.between(1, 29);
            xml.open("design-search")
                    .element("code", category * 10_000L + draw.between(1, 19) * 100L + draw.between(1, 25), 6)
                    .close("design-search");
        }
        xml.close("design-searches");
    }

    /** For what comes from the International Bureau. */
    static void writeInternational(CaseFile file, Xml xml) {
        if (!file.series().madrid()) {
            return;
        }
        Draw draw = file.draw(Draw.Part.INTERNATIONAL);
        LocalDate registered = file.life().filed();
        boolean priority = draw.chance(0.4);
        xml.open("international-registration")
                .element("international-registration-number", 800_000 + file.number() % 1_000_000, 7)
                .element("international-registration-date", registered)
                .element("international-publication-date", registered.plusDays(60))
                .element("international-renewal-date", registered.plusYears(10))
                .element("auto-protection-date", registered.plusMonths(18))
                .element("international-death-date", file.life().cancelled())
                .element("international-status-code", file.life().cancelled() == null ? 1 : 3)
                .element("international-status-date", registered.plusDays(60))
                .element("priority-claimed-in", priority)
                .element("priority-claimed-date", priority ? registered.minusDays(150) : null)
                .element("first-refusal-in", draw.chance(0.7))
                .close("international-registration");
    }

    /** For what went from the office to the International Bureau. */
    static void writeMadridFilings(CaseFile file, Xml xml) {
        Draw draw = file.draw(Draw.Part.MADRID);
        if (file.series().madrid() || file.life().filed().getYear() < 2004 || !draw.chance(0.03)) {
            return;
        }
        xml.open("madrid-international-filing-requests");
        int records = draw.chance(0.9) ? 1 : 2;
        for (int entry = 1; entry <= records; entry++) {
            LocalDate filed = file.life().filed().plusDays(draw.between(10, 180));
            int events = draw.chance(0.02) ? draw.between(50, 400) : draw.between(1, 12);
            xml.open("madrid-international-filing-record")
                    .element("entry-number", entry)
                    .element(
                            "reference-number",
                            "A"
                                    + String.valueOf(10_000_000 + draw.below(90_000_000))
                                            .substring(1))
                    .element("original-filing-date-uspto", filed);
            if (events > 3) {
                xml.element("international-registration-number", 800_000 + draw.below(1_000_000), 7)
                        .element("international-registration-date", filed)
                        .element("international-status-code", 428)
                        .element("international-status-date", filed.plusDays(80))
                        .element("international-renewal-date", filed.plusYears(10));
            } else {
                xml.element("international-status-code", 401).element("international-status-date", filed);
            }
            xml.open("madrid-history-events");
            for (int i = 1; i <= events; i++) {
                int kind = 2 * Math.min(i - 1, MADRID_EVENTS.length / 2 - 1);
                xml.open("madrid-history-event")
                        .element("code", MADRID_EVENTS[kind])
                        .element("date", filed.plusDays(20L * (i - 1)))
                        .element("description-text", MADRID_EVENTS[kind + 1])
                        .element("entry-number", i)
                        .close("madrid-history-event");
            }
            xml.close("madrid-history-events").close("madrid-international-filing-record");
        }
        xml.close("madrid-international-filing-requests");
    }
}
