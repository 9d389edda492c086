package org.touchstone.benchmarks.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of an application, by dates of which each is null until it comes.
 *
 * @param status a code of the office's
 * @param statusDate when it became so
 */
record Life(
        Outcome outcome,
        int status,
        LocalDate statusDate,
        LocalDate filed,
        @Nullable LocalDate published,
        @Nullable LocalDate registered,
        @Nullable LocalDate abandoned,
        @Nullable LocalDate cancelled,
        @Nullable LocalDate renewed) {
    /** The last day that the register knows of. */
    static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    enum Outcome {
        PENDING(Weighted.of(
                "630 20,638 10,641 20,645 4,653 4,661 8,663 2,680 4,686 8,688 10,730 6,731 4,744 2,748 2,774 1")),
        REGISTERED(Weighted.of("700 50,701 10,702 22,703 1,704 2,705 1,778 1,790 1,800 25")),
        ABANDONED(Weighted.of("600 3,601 6,602 58,603 1,604 3,605 1,606 27,608 1,614 1")),
        CANCELLED(Weighted.of("710 88,711 7,713 1,714 1,781 1,782 1")),
        EXPIRED(Weighted.of("900 1"));

        private final Weighted codes;

        Outcome(Weighted codes) {
            this.codes = codes;
        }

        boolean isLive() {
            return this == PENDING || this == REGISTERED;
        }

        int code(Draw draw) {
            return Integer.parseInt(codes.draw(draw));
        }
    }

    private static final int RECENT = 2021;
    private static final int YOUNG = 2013;
    private static final Weighted OF_RECENT = Weighted.of("PENDING 38,REGISTERED 28,ABANDONED 34");
    private static final Weighted OF_YOUNG = Weighted.of("PENDING 2,REGISTERED 41,ABANDONED 46,CANCELLED 11");
    private static final Weighted OF_OLD = Weighted.of("REGISTERED 31,ABANDONED 33,CANCELLED 28,EXPIRED 8");

    static Life draw(Series series, Draw draw) {
        LocalDate filed = draw.day(series.first(), series.last());
        Weighted outcomes = filed.getYear() >= RECENT ? OF_RECENT : filed.getYear() >= YOUNG ? OF_YOUNG : OF_OLD;
        Outcome outcome = Outcome.valueOf(outcomes.draw(draw));
        int status = outcome.code(draw);
        boolean late = switch (outcome) {
            case PENDING -> status >= 686;
            case ABANDONED -> status >= 604;
            default -> true;
        };
        LocalDate published = late ? draw.after(filed, 150, 700, TODAY) : null;
        LocalDate registered = published == null || outcome == Outcome.PENDING || outcome == Outcome.ABANDONED
                ? null
                : draw.after(published, 77, 900, TODAY);
        LocalDate last = registered != null ? registered : published != null ? published : filed;
        LocalDate renewed = status == 800 ? draw.day(last.plusYears(9), TODAY) : null;
        LocalDate end = switch (outcome) {
            case PENDING -> draw.after(last, 3, 400, TODAY);
            case REGISTERED -> renewed != null ? renewed : status == 700 ? last : draw.after(last, 1800, 2500, TODAY);
            case ABANDONED -> draw.after(last, 180, 900, TODAY);
            case CANCELLED -> draw.after(last, 2200, 2600, TODAY);
            case EXPIRED -> draw.day(last.plusYears(10), TODAY);
        };
        if (end.isAfter(TODAY)) {
            end = TODAY;
        }
        return new Life(
                outcome,
                status,
                end,
                filed,
                published,
                registered,
                outcome == Outcome.ABANDONED ? end : null,
                outcome == Outcome.CANCELLED ? end : null,
                renewed);
    }

    /** An application that has just come in. */
    static Life fresh(LocalDate day, Draw draw) {
        LocalDate filed = day.minusDays(draw.between(1, 6));
        return new Life(Outcome.PENDING, 630, day.minusDays(1), filed, null, null, null, null, null);
    }

    /** The same, live, with another status since a day. */
    Life moved(LocalDate day, Draw draw) {
        int next = outcome == Outcome.REGISTERED ? (status == 702 ? 800 : 702) : published == null ? 680 : 688;
        if (next == status) {
            next = outcome.code(draw);
        }
        return new Life(outcome, next, day, filed, published, registered, null, null, next == 800 ? day : renewed);
    }

    /** The same, dead since a day. */
    Life ended(LocalDate day, Draw draw) {
        Outcome death =
                outcome == Outcome.PENDING ? Outcome.ABANDONED : draw.chance(0.2) ? Outcome.EXPIRED : Outcome.CANCELLED;
        return new Life(
                death,
                death.code(draw),
                day,
                filed,
                published,
                registered,
                death == Outcome.ABANDONED ? day : null,
                death == Outcome.CANCELLED ? day : null,
                renewed);
    }
}
