package org.touchstone.mark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    @ParameterizedTest
    @CsvSource({
        "registered,LIVE",
        " Registered ,LIVE",
        "已注册,LIVE",
        "申请中,PENDING",
        "expired,DEAD",
        "已无效,DEAD",
        "602,UNKNOWN"
    })
    void of(String status, Standing expected) {
        assertThat(Standing.of(status)).isEqualTo(expected);
    }
}
