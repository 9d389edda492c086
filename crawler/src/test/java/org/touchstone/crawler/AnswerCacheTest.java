package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;

@Timeout(30)
class AnswerCacheTest {
    private final AnswerCache cache = new AnswerCache();
    private final AtomicInteger asked = new AtomicInteger();

    private static URI at(int i) {
        return URI.create("https://shop.example/" + i);
    }

    private FetchResult fetched(int i, int bytes) {
        asked.incrementAndGet();
        return new Fetched(List.of(at(i)), "text/javascript", new byte[bytes]);
    }

    private FetchResult failed(int i, FetchFailure failure) {
        asked.incrementAndGet();
        return new NotFetched(List.of(at(i)), failure, "no", Duration.ZERO);
    }

    @Test
    void asksOnceHoweverManyWant() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        List<Future<FetchResult>> results = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                results.add(many.submit(() -> cache.get(at(1), () -> {
                    all.await();
                    return fetched(1, 3);
                })));
            }
            all.countDown();
        }
        for (Future<FetchResult> result : results) {
            assertThat(result.get()).isSameAs(results.getFirst().get());
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void failuresAreRememberedButNotStops() {
        cache.get(at(1), () -> failed(1, FetchFailure.ROBOTS));
        cache.get(at(1), () -> failed(1, FetchFailure.ROBOTS));
        assertThat(asked).hasValue(1);
        cache.get(at(2), () -> failed(2, FetchFailure.STOPPED));
        cache.get(at(2), () -> fetched(2, 3));
        assertThat(asked).hasValue(3);
    }

    @Test
    void failuresThatPassAreForgottenAfterAWhile() {
        AtomicLong nanos = new AtomicLong();
        AnswerCache timed = new AnswerCache(nanos::get);
        timed.get(at(1), () -> failed(1, FetchFailure.BUSY));
        timed.get(at(2), () -> failed(2, FetchFailure.ROBOTS));
        nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(timed.get(at(1), () -> fetched(1, 3))).isInstanceOf(NotFetched.class);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(timed.get(at(1), () -> fetched(1, 3))).isInstanceOf(Fetched.class);
        assertThat(timed.get(at(2), () -> fetched(2, 3))).isInstanceOf(NotFetched.class);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(timed.get(at(1), () -> failed(1, FetchFailure.BUSY))).isInstanceOf(Fetched.class);
    }

    @Test
    void whatBrokeIsAskedForAgain() {
        assertThatThrownBy(() -> cache.get(at(1), () -> {
                    throw new IOException("disk");
                }))
                .hasMessage("disk");
        assertThat(cache.get(at(1), () -> fetched(1, 3))).isInstanceOf(Fetched.class);
    }

    @Test
    void whatWasNotUsedForLongestGoes() {
        for (int i = 0; i < 6; i++) {
            int n = i;
            cache.get(at(i), () -> fetched(n, 10 << 20));
            cache.get(at(0), () -> fetched(0, 10 << 20));
        }
        assertThat(asked).hasValue(6);
        cache.get(at(6), () -> fetched(6, 10 << 20)); // 70 MiB
        cache.get(at(0), () -> fetched(0, 10 << 20));
        assertThat(asked).hasValue(7);
        cache.get(at(1), () -> fetched(1, 10 << 20));
        assertThat(asked).hasValue(8);
    }
}
