package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;

class FetchRangeTest {
    private static final ByteRange RANGE = new ByteRange(100, 50);

    private final byte[] whole = new byte[1000];
    private final List<Exchange> exchanges = new ArrayList<>();
    private StubSite site;

    @BeforeEach
    void open() throws IOException {
        site = new StubSite();
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (byte) i;
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private FetchResult fetch(Optional<ByteRange> range) {
        FetchLimits limits = new FetchLimits(
                10, 10, 5_000, 50, 20_000, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5));
        FetchPolicy policy = new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, true, limits);
        try (Fetcher fetcher = new Fetcher(policy, new StopSignal(), exchanges::add, PolitenessLog.NONE)) {
            return fetcher.fetch(site.at("/v.ts"), FetchKind.MEDIA, range, any -> true);
        }
    }

    private void answer(int status, String contentRange, byte[] body) {
        site.on("/v.ts", exchange -> {
            if (!contentRange.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Range", contentRange);
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    @Test
    void rangeIsAskedForAndGiven() {
        answer(206, "bytes 100-149/1000", RANGE.of(whole));
        Fetched fetched = (Fetched) fetch(Optional.of(RANGE));
        assertThat(fetched.partial()).isTrue();
        assertThat(fetched.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 150));
        assertThat(exchanges.getLast().requestHeaders())
                .contains(
                        new Exchange.Header("Range", "bytes=100-149"),
                        new Exchange.Header("Accept-Encoding", "identity"));
    }

    @Test
    void serverWithoutRangesGivesTheWhole() {
        answer(200, "", whole);
        Fetched fetched = (Fetched) fetch(Optional.of(RANGE));
        assertThat(fetched.partial()).isFalse();
        assertThat(RANGE.of(fetched.body())).isEqualTo(Arrays.copyOfRange(whole, 100, 150));
    }

    @ParameterizedTest
    @CsvSource({
        "206, bytes 0-49/1000, 50, range",
        "206, bytes 100-149/1000, 49, range",
        "206, bytes 100-149/1000, 51, too-large",
        "206, '', 50, range",
        "206, bytes 100-99999999999999999999/*, 50, range",
        "416, bytes */90, 1, range",
        "404, '', 1, status"
    })
    void otherBytesAreRefused(int status, String contentRange, int length, String failure) {
        answer(status, contentRange, new byte[length]);
        assertThat(fetch(Optional.of(RANGE))).isInstanceOfSatisfying(NotFetched.class, not -> {
            assertThat(not.failure().key()).isEqualTo(failure);
            assertThat(not.reason()).isNotBlank();
        });
    }

    @Test
    void partThatNobodyAskedForIsRefused() {
        answer(206, "bytes 100-149/1000", RANGE.of(whole));
        assertThat(fetch(Optional.empty()))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.reason()).isEqualTo("answered 206"));
    }

    @Test
    void mediaHasItsOwnLimit() {
        answer(200, "", new byte[5_000]);
        assertThat(fetch(Optional.empty())).isInstanceOf(Fetched.class);
        answer(200, "", new byte[5_001]);
        assertThat(fetch(Optional.empty()))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.failure()).isEqualTo(FetchFailure.TOO_LARGE));
    }

    @Test
    void writtenRangesAreReadAgain() {
        assertThat(ByteRange.parse(RANGE.toString())).isEqualTo(RANGE);
        assertThatThrownBy(() -> ByteRange.parse("50")).hasMessageContaining("expected a range such as 1024@0");
        assertThatThrownBy(() -> new ByteRange(980, 30).of(whole))
                .hasMessage("expected at least 1010 bytes, found 1000");
    }
}
