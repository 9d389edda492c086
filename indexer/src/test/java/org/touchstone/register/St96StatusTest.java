package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;

class St96StatusTest {
    @ParameterizedTest
    @CsvSource({
        "Registered, true, LIVE",
        "Registration published, true, LIVE",
        "Registration renewed, true, LIVE",
        "Protected, false, LIVE",
        "Registration cancellation pending, true, LIVE",
        "Cancellation proceedings, true, LIVE",
        "Registration pending, false, PENDING",
        "Application filed, false, PENDING",
        "Application published, false, PENDING",
        "Application opposed, true, PENDING",
        "Application under examination, false, PENDING",
        "Appeal pending, false, PENDING",
        "Filing date accorded, false, PENDING",
        "Advertised, false, PENDING",
        "Allowed, false, PENDING",
        "Application refused, false, DEAD",
        "Application withdrawn, false, DEAD",
        "Registration surrendered, true, DEAD",
        "Registration cancelled, true, DEAD",
        "Registration expired, true, DEAD",
        "Expunged, true, DEAD",
        "Abandoned, false, DEAD",
        "Not registered, false, DEAD",
        "Inactive, true, DEAD",
        "Removed from the register, true, DEAD",
        "公告中, false, UNKNOWN",
        "'', true, UNKNOWN"
    })
    void wordsOfTheStandardAndOfOfficesAreUnderstood(String word, boolean isRegistered, Standing standing) {
        Status status = St96Status.of(word, "", null, isRegistered);
        assertThat(status.standing()).isEqualTo(standing);
        assertThat(status.code()).isEqualTo(word);
    }

    @Test
    void whatIsSaidBesideCountsWhereTheWordIsNotKnown() {
        Status status = St96Status.of("37", "Expunged", null, true);
        assertThat(status.standing()).isEqualTo(Standing.DEAD);
        assertThat(status.code()).isEqualTo("37");
        assertThat(St96Status.of("", "Opposition pending", null, false).opposed())
                .isTrue();
    }
}
