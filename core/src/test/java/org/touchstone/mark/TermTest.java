package org.touchstone.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.touchstone.mark.Caution.ENDED;
import static org.touchstone.mark.Caution.EXPIRING;
import static org.touchstone.mark.Caution.LAPSED;
import static org.touchstone.mark.Caution.OPPOSED;
import static org.touchstone.mark.Caution.PENDING;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private @Nullable LocalDate filed;
    private @Nullable LocalDate registered;
    private @Nullable LocalDate expires;
    private @Nullable LocalDate ended;
    private @Nullable LocalDate asOf;
    private @Nullable LocalDate since;

    private Registration mark(String word) {
        Status status = Status.of(word);
        return Registration.builder("XX-1", Mark.word("Quillon"))
                .status(new Status(word, status.standing(), since, status.opposed()))
                .dates(new Dates(filed, null, null, null, registered, null, expires, ended, asOf))
                .build();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void aListWithAWordAndNoDays() {
        assertThat(mark("registered").term()).isEqualTo(new Term(null, null, false));
        assertThat(mark("").term().holdsOn(TODAY)).isTrue();
        assertThat(mark("refused").term().never()).isTrue();
        assertThat(Caution.of(mark("refused"), TODAY)).containsExactly(ENDED);
        assertThat(Caution.of(mark("filed"), TODAY)).containsExactly(PENDING);
        assertThat(Caution.of(mark("opposed"), TODAY)).containsExactlyInAnyOrder(PENDING, OPPOSED);
    }

    @Test
    void whatEndedBeforeItWouldHaveExpiredIsNotInForce() {
        registered = day("2015-03-01");
        expires = day("2030-03-01");
        assertThat(mark("cancelled").term().holdsOn(TODAY)).isFalse();
        assertThat(Caution.of(mark("cancelled"), TODAY)).containsExactly(ENDED);
    }

    @Test
    void whatAListCallsExpiredWasInForceUntilThen() {
        registered = day("2005-03-01");
        expires = day("2015-03-01");
        assertThat(mark("expired").term()).isEqualTo(new Term(registered, expires, false));
        assertThat(mark("cancelled").term().never()).isTrue();
        asOf = day("2014-01-01");
        assertThat(mark("expired").term().never()).isTrue();
    }

    @Test
    void whatHadExpiredWhenTheRegisterSaidThatItEnded() {
        registered = day("2005-03-01");
        expires = day("2015-03-01");
        asOf = day("2020-01-01");
        assertThat(mark("expired").term()).isEqualTo(new Term(registered, expires, false));
        since = day("2012-06-01");
        assertThat(mark("cancelled").term().to()).isEqualTo(since);
    }

    @Test
    void whatIsRegisteredLaterIsNoRightYet() {
        registered = day("2027-01-14");
        expires = day("2037-01-13");
        assertThat(Caution.of(mark("registered"), TODAY)).containsExactly(PENDING);
        assertThat(Caution.of(mark("registered"), day("2027-01-14"))).isEmpty();
    }

    @Test
    void whatTheRegisterCallsLiveHasNotEnded() {
        registered = day("2018-05-08");
        ended = day("2016-02-01"); // abandoned, and revived
        assertThat(mark("live").term()).isEqualTo(new Term(registered, null, false));
        ended = day("2024-02-01"); // in part
        asOf = day("2026-10-01");
        assertThat(mark("live").term()).isEqualTo(new Term(registered, null, false));
        ended = day("2027-02-01");
        assertThat(mark("live").term().to()).isEqualTo(ended);
    }

    @Test
    void halfAYearBeforeAndAfterTheExpiry() {
        registered = day("2016-10-01");
        expires = day("2026-09-30");
        assertThat(Caution.of(mark("registered"), day("2026-03-29"))).isEmpty();
        assertThat(Caution.of(mark("registered"), day("2026-09-30"))).containsExactly(EXPIRING);
        assertThat(Caution.of(mark("registered"), day("2026-10-01"))).containsExactly(LAPSED);
        assertThat(Caution.of(mark("registered"), day("2027-03-30"))).containsExactly(LAPSED);
        assertThat(Caution.of(mark("registered"), day("2027-03-31"))).containsExactly(ENDED);
        assertThat(Caution.of(mark("expired"), day("2026-10-01"))).containsExactly(ENDED);
    }

    @Test
    void whatEndedBeforeItsExpiryCannotBeRenewed() {
        registered = day("2016-10-01");
        expires = day("2026-09-30");
        ended = day("2020-01-01");
        assertThat(Caution.of(mark(""), day("2026-10-01"))).containsExactly(ENDED);
    }

    @Test
    void pendingWithARegistration() {
        registered = day("2016-10-01");
        expires = day("2026-09-30");
        assertThat(Caution.of(mark("opposed"), day("2020-01-01"))).containsExactly(OPPOSED);
        assertThat(Caution.of(mark("filed"), day("2016-09-30"))).containsExactly(PENDING);
    }
}
