package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, '', 0",
        "120, '', 120",
        "' 120 ', '', 120",
        "99999999999999, '', 31536000",
        "-1, '', 0",
        "1.5, '', 0",
        "'', '', 0",
        "soon, '', 0",
        // RFC 9110, section 5.6.7
        "'Sun, 06 Nov 1994 08:49:37 GMT', '', 37",
        "'Sunday, 06-Nov-94 08:49:37 GMT', '', 0",
        "'Sun Nov  6 08:49:37 1994', '', 37",
        "'Sun Nov 16 08:49:00 1994', '', 0",
        "'Sun, 06 Nov 1994 08:48:00 GMT', '', 0",
        // The server's clock is an hour ahead.
        "'Sun, 06 Nov 1994 09:49:37 GMT', 'Sun, 06 Nov 1994 09:49:27 GMT', 10",
        "'Sun, 06 Nov 1994 08:49:37 GMT', 'rubbish', 37",
    })
    void of(String header, String date, long seconds) {
        assertThat(RetryAfter.of(header, date, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property(tries = 200)
    void ofAnything(@ForAll String header, @ForAll String date) {
        assertThat(RetryAfter.of(header, date, NOW)).isBetween(Duration.ZERO, RetryAfter.LONGEST);
    }
}
