package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.fetch.HostState.Breaker;

class HostGateTest {
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final FakeTicker ticker = new FakeTicker();
    private final HostGate gate = new HostGate(ticker, DELAY, LONGEST);

    private Duration visit(Duration pause, Duration took, boolean failed, Duration retryAfter) throws FetchException {
        Duration before = ticker.passed();
        HostGate.Turn turn = gate.enter(pause);
        Duration waited = ticker.passed().minus(before);
        ticker.pass(took);
        gate.leave(turn, failed, retryAfter);
        return waited;
    }

    private Duration visit(Duration took) throws FetchException {
        return visit(DELAY, took, false, Duration.ZERO);
    }

    private Duration failing(Duration retryAfter) throws FetchException {
        return visit(DELAY, Duration.ZERO, true, retryAfter);
    }

    @Test
    void enterKeepsTheDelay() throws FetchException {
        assertThat(visit(Duration.ofMillis(50))).isZero();
        assertThat(visit(Duration.ofMillis(50))).isEqualTo(DELAY);
        ticker.pass(Duration.ofSeconds(1));
        assertThat(visit(Duration.ofMillis(50))).isEqualTo(Duration.ofSeconds(1));
        ticker.pass(Duration.ofSeconds(9));
        assertThat(visit(Duration.ofMillis(50))).isZero();
    }

    @Test
    void enterKeepsCrawlDelayAlsoForTheNextThatKnowsNothingOfIt() throws FetchException {
        visit(Duration.ofSeconds(7), Duration.ZERO, false, Duration.ZERO);
        assertThat(visit(Duration.ofSeconds(7), Duration.ZERO, false, Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(visit(Duration.ZERO, Duration.ZERO, false, Duration.ZERO)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void enterGivesSlowHostsTime() throws FetchException {
        visit(Duration.ofSeconds(6));
        assertThat(visit(Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(12));
        assertThat(gate.state().latency()).isEqualTo(Duration.ofSeconds(6));
        for (int i = 0; i < 20; i++) {
            visit(Duration.ofMillis(10));
        }
        assertThat(visit(Duration.ofMillis(10))).isEqualTo(DELAY);
        visit(Duration.ofMinutes(3));
        assertThat(visit(Duration.ZERO)).isEqualTo(HostGate.LONGEST_FOR_LATENCY);
    }

    @Test
    void breakerOpensTriesAndCloses() throws FetchException {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < HostGate.BREAK_AFTER; i++) {
            waits.add(failing(Duration.ZERO));
        }
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(0L, 4L, 8L, 16L, 32L);
        assertThat(gate.state().breaker()).isEqualTo(Breaker.OPEN);
        assertThat(gate.state().failures()).isEqualTo(5);
        assertThat(gate.state().rest()).isEqualTo(Duration.ofSeconds(64));
        assertThatThrownBy(() -> visit(Duration.ZERO)).isInstanceOfSatisfying(FetchException.class, e -> {
            assertThat(e.failure()).isEqualTo(FetchFailure.RESTING);
            assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(64));
        });
        ticker.pass(Duration.ofSeconds(64));
        assertThat(gate.state().breaker()).isEqualTo(Breaker.HALF_OPEN);
        assertThat(failing(Duration.ZERO)).isZero();
        assertThat(gate.state().rest()).isEqualTo(Duration.ofSeconds(128));
        assertThat(gate.state().breaker()).isEqualTo(Breaker.OPEN);
        ticker.pass(Duration.ofSeconds(128));
        visit(Duration.ZERO);
        assertThat(gate.state().breaker()).isEqualTo(Breaker.CLOSED);
        assertThat(gate.state().failures()).isZero();
        assertThat(visit(Duration.ZERO)).isEqualTo(DELAY);
    }

    @Test
    void backOffHasAnEnd() throws FetchException {
        for (int i = 0; i < 40; i++) {
            failing(Duration.ZERO);
            ticker.pass(gate.state().rest());
        }
        failing(Duration.ZERO);
        assertThat(gate.state().rest()).isEqualTo(LONGEST);
    }

    @Test
    void retryAfterIsWaitedFor() throws FetchException {
        failing(Duration.ofSeconds(90));
        assertThat(gate.state().breaker()).isEqualTo(Breaker.CLOSED);
        assertThat(visit(Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void retryAfterBeyondTheLongestIsNotWaitedForButKept() throws FetchException {
        failing(Duration.ofHours(2));
        assertThat(gate.state().breaker()).isEqualTo(Breaker.OPEN);
        ticker.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> visit(Duration.ZERO)).hasMessageContaining("rests for 3601 s");
        ticker.pass(Duration.ofHours(1));
        assertThat(visit(Duration.ZERO)).isZero();
    }

    @Test
    void wallIsForGood() throws FetchException {
        visit(Duration.ZERO);
        gate.wall("shows a captcha");
        ticker.pass(Duration.ofDays(2));
        assertThat(gate.state().breaker()).isEqualTo(Breaker.WALLED);
        assertThatThrownBy(() -> visit(Duration.ZERO)).hasMessageContaining("shows a captcha");
    }

    @Test
    void enterStopped() throws FetchException {
        visit(Duration.ZERO);
        ticker.stop();
        assertThatThrownBy(() -> visit(Duration.ZERO)).hasMessageContaining("stopped");
        // The turn was given back.
        assertThatThrownBy(() -> visit(Duration.ZERO)).hasMessageContaining("stopped");
    }
}
