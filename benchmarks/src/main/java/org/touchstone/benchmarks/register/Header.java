package org.touchstone.benchmarks.register;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.touchstone.benchmarks.register.Life.Outcome;

/** The head of a record: dates, status, the mark, and what holds of it and what does not. */
final class Header {
    /** In the order of the document type. */
    static final List<String> INDICATORS = List.of(
            "principal-register-amended-in",
            "supplemental-register-amended-in",
            "trademark-in",
            "collective-trademark-in",
            "service-mark-in",
            "collective-service-mark-in",
            "collective-membership-mark-in",
            "certification-mark-in",
            "cancellation-pending-in",
            "published-concurrent-in",
            "concurrent-use-in",
            "concurrent-use-proceeding-in",
            "interference-pending-in",
            "opposition-pending-in",
            "section-12c-in",
            "section-2f-in",
            "section-2f-in-part-in",
            "renewal-filed-in",
            "section-8-filed-in",
            "section-8-partial-accept-in",
            "section-8-accepted-in",
            "section-15-acknowledged-in",
            "section-15-filed-in",
            "supplemental-register-in",
            "foreign-priority-in",
            "change-registration-in",
            "intent-to-use-in",
            "intent-to-use-current-in",
            "filed-as-use-application-in",
            "amended-to-use-application-in",
            "use-application-currently-in",
            "amended-to-itu-application-in",
            "filing-basis-filed-as-44d-in",
            "amended-to-44d-application-in",
            "filing-basis-current-44d-in",
            "filing-basis-filed-as-44e-in",
            "filing-basis-current-44e-in",
            "amended-to-44e-application-in",
            "without-basis-currently-in",
            "filing-current-no-basis-in",
            "color-drawing-filed-in",
            "color-drawing-current-in",
            "drawing-3d-filed-in",
            "drawing-3d-current-in",
            "standard-characters-claimed-in",
            "filing-basis-filed-as-66a-in",
            "filing-basis-current-66a-in");

    private static final Weighted PLACES = Weighted.of(
            "INTENT_TO_USE_SECTION 10,GENERIC_WEB_UPDATE 30,PUBLICATION_AND_ISSUE_SECTION 30,FILE_REPOSITORY 20,TMEG_LAW_OFFICE 10");

    private Header() {}

    static void write(CaseFile file, Classes classes, Xml xml) {
        Life life = file.life();
        Draw draw = file.draw(Draw.Part.HEADER);
        String attorney = draw.chance(0.7) ? Names.person(draw) : null;
        String text = file.mark().text();
        xml.open("case-file-header")
                .element("filing-date", life.filed())
                .element("registration-date", life.registered())
                .element("status-code", life.status(), 3)
                .element("status-date", life.statusDate())
                .element("mark-identification", text.isEmpty() ? null : text)
                .element("mark-drawing-code", file.drawingCode(), 4)
                .element("published-for-opposition-date", life.published())
                .element("abandonment-date", life.abandoned());
        if (life.cancelled() != null) {
            xml.element("cancellation-code", 1 + life.status() % 7).element("cancellation-date", life.cancelled());
        }
        if (file.series().madrid() && draw.chance(0.5)) {
            xml.element("domestic-representative-name", Names.person(draw));
        }
        if (attorney != null) {
            xml.element("attorney-docket-number", draw.chance(0.8) ? docket(draw) : null)
                    .element("attorney-name", attorney);
        }
        Set<String> holding = holding(file, classes, draw);
        for (String indicator : INDICATORS) {
            xml.element(indicator, holding.contains(indicator));
        }
        xml.element("renewal-date", life.renewed())
                .element("law-office-assigned-location-code", draw.chance(0.7) ? "M" + draw.between(10, 99) : null)
                .element("current-location", PLACES.draw(draw).replace('_', ' '))
                .element("location-date", life.statusDate());
        if (draw.chance(0.8)) {
            xml.element("employee-name", Names.official(draw));
        }
        xml.close("case-file-header");
    }

    private static String docket(Draw draw) {
        return draw.between(1000, 99999) + "." + draw.between(1, 999) + (draw.chance(0.5) ? "TM" : "");
    }

    private static Set<String> holding(CaseFile file, Classes classes, Draw draw) {
        Set<String> holding = new HashSet<>();
        Life life = file.life();
        add(holding, classes.hasGoods(), "trademark-in");
        add(holding, classes.hasServices(), "service-mark-in");
        add(holding, file.drawingCode() == 4000, "standard-characters-claimed-in");
        add(holding, life.status() == 790, "cancellation-pending-in");
        add(holding, life.status() == 774, "opposition-pending-in");
        add(holding, draw.chance(0.03), "section-2f-in");
        add(holding, life.outcome() == Outcome.REGISTERED && life.status() > 700, "section-8-filed-in");
        add(holding, life.status() == 701 || life.status() == 702 || life.status() == 800, "section-8-accepted-in");
        add(holding, life.status() == 702, "section-15-filed-in", "section-15-acknowledged-in");
        add(holding, life.renewed() != null, "renewal-filed-in");
        add(holding, draw.chance(0.03), "supplemental-register-in");
        if (file.mark().withFigure() && draw.chance(0.4)) {
            add(holding, true, "color-drawing-filed-in", "color-drawing-current-in");
        }
        if (file.series().madrid()) {
            add(holding, true, "filing-basis-filed-as-66a-in", "filing-basis-current-66a-in");
        } else if (classes.isForeign()) {
            add(holding, true, "filing-basis-filed-as-44e-in", "filing-basis-current-44e-in", "foreign-priority-in");
        } else if (classes.isUsed()) {
            add(holding, true, "filed-as-use-application-in", "use-application-currently-in");
        } else {
            add(holding, true, "intent-to-use-in", "intent-to-use-current-in");
        }
        return holding;
    }

    private static void add(Set<String> holding, boolean holds, String... indicators) {
        if (holds) {
            holding.addAll(List.of(indicators));
        }
    }
}
