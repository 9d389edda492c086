package org.touchstone.benchmarks.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a record, the newest first. */
final class Events {
    private static final double MEDIAN_REGISTERED = 17;
    private static final double MEDIAN_OTHERS = 10;
    private static final int LEAST = 2;

    /** A few records have a long history. */
    private static final double LONG = 0.002;

    private record Kind(String code, String type, String description) {}

    private record Event(LocalDate date, Kind kind) {}

    private static final Kind NEW = new Kind("NWAP", "I", "NEW APPLICATION ENTERED IN TRAM");
    private static final Kind DATA = new Kind("NWOS", "I", "NEW APPLICATION OFFICE SUPPLIED DATA ENTERED IN TRAM");
    private static final Kind ASSIGNED = new Kind("DOCK", "D", "ASSIGNED TO EXAMINER");
    private static final Kind APPROVED = new Kind("CNSA", "P", "APPROVED FOR PUB - PRINCIPAL REGISTER");
    private static final Kind PUBLISHED = new Kind("PUBO", "A", "PUBLISHED FOR OPPOSITION");
    private static final Kind REGISTERED = new Kind("R.PR", "A", "REGISTERED-PRINCIPAL REGISTER");
    private static final Kind ABANDONED = new Kind("ABN2", "O", "ABANDONMENT - FAILURE TO RESPOND OR LATE RESPONSE");
    private static final Kind CANCELLED = new Kind("C8..", "T", "CANCELLED SEC. 8");
    private static final Kind RENEWED = new Kind("RNL1", "Q", "REGISTERED AND RENEWED (FIRST RENEWAL - 10 YRS)");
    private static final Kind NEW_OWNER = new Kind("ASGN", "I", "AUTOMATIC UPDATE OF ASSIGNMENT OF OWNERSHIP");

    private static final List<Kind> USUAL = List.of(
            new Kind("CNRT", "R", "NON-FINAL ACTION WRITTEN"),
            new Kind("GNRT", "F", "NON-FINAL ACTION E-MAILED"),
            new Kind("GNRN", "O", "NOTIFICATION OF NON-FINAL ACTION E-MAILED"),
            new Kind("TROA", "I", "TEAS RESPONSE TO OFFICE ACTION RECEIVED"),
            new Kind("CRFA", "I", "CORRESPONDENCE RECEIVED IN LAW OFFICE"),
            new Kind("TEME", "I", "TEAS/EMAIL CORRESPONDENCE ENTERED"),
            new Kind("NONP", "E", "NOTIFICATION OF NOTICE OF PUBLICATION E-MAILED"),
            new Kind("NPUB", "E", "OFFICIAL GAZETTE PUBLICATION CONFIRMATION E-MAILED"),
            new Kind("MPMK", "E", "NOTICE OF PSEUDO MARK E-MAILED"),
            new Kind("EXAF", "I", "EXTENSION 1 FILED"),
            new Kind("EX1G", "S", "EXTENSION 1 GRANTED"),
            new Kind("ERTD", "I", "TEAS EXTENSION RECEIVED"),
            new Kind("TCCA", "I", "TEAS CHANGE OF CORRESPONDENCE RECEIVED"),
            new Kind("ARAA", "I", "ATTORNEY/DOM.REP.REVOKED AND/OR APPOINTED"),
            new Kind("REM1", "E", "COURTESY REMINDER - SEC. 8 (6-YR) E-MAILED"),
            new Kind("CFIT", "O", "CASE FILE IN TICRS"),
            new Kind("APRE", "A", "CASE ASSIGNED TO POST REGISTRATION PARALEGAL"));

    private Events() {}

    static void write(CaseFile file, Xml xml) {
        List<Event> events = draw(file);
        xml.open("case-file-event-statements");
        for (int i = events.size(); i > 0; i--) {
            Event event = events.get(i - 1);
            xml.open("case-file-event-statement")
                    .element("code", event.kind.code)
                    .element("type", event.kind.type)
                    .element("description-text", event.kind.description)
                    .element("date", event.date)
                    .element("number", i)
                    .close("case-file-event-statement");
        }
        xml.close("case-file-event-statements");
    }

    private static List<Event> draw(CaseFile file) {
        Draw draw = file.draw(Draw.Part.EVENTS);
        Life life = file.life();
        List<Event> events = new ArrayList<>();
        add(events, life.filed().plusDays(3), NEW);
        add(events, life.filed().plusDays(5), DATA);
        double median = life.registered() == null ? MEDIAN_OTHERS : MEDIAN_REGISTERED;
        int usual = draw.chance(LONG) ? draw.between(100, 600) : draw.longTail(median, 0.5);
        if (life.statusDate().isAfter(life.filed().plusDays(90))) {
            add(events, life.filed().plusDays(90), ASSIGNED);
            if (life.published() != null) {
                add(events, life.published().minusDays(30), APPROVED);
            }
            add(events, life.published(), PUBLISHED);
            add(events, life.registered(), REGISTERED);
            add(events, life.renewed(), RENEWED);
            add(events, life.abandoned(), ABANDONED);
            add(events, life.cancelled(), CANCELLED);
            while (events.size() < Math.max(LEAST, usual)) {
                add(events, draw.day(life.filed().plusDays(90), life.statusDate()), draw.of(USUAL));
            }
        }
        add(events, file.assigned() ? file.transaction() : null, NEW_OWNER);
        events.sort(Comparator.comparing(Event::date));
        return events;
    }

    private static void add(List<Event> events, @Nullable LocalDate date, Kind kind) {
        if (date != null) {
            events.add(new Event(date, kind));
        }
    }
}
