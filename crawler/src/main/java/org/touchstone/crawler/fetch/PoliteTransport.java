package org.touchstone.crawler.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes requests in their host's turn and notes each in the politeness log. Thread-safe. */
final class PoliteTransport implements AutoCloseable {
    private final FetchPolicy policy;
    private final Transport transport;
    private final PolitenessLog log;
    private final Ticker ticker;
    private final Map<String, HostGate> gates = new ConcurrentHashMap<>();

    PoliteTransport(FetchPolicy policy, Transport transport, PolitenessLog log, Ticker ticker) {
        this.policy = policy;
        this.transport = transport;
        this.log = log;
        this.ticker = ticker;
    }

    /**
     * Waits for the turn and asks.
     *
     * @param verdict what robots.txt says of the address; its delay is kept
     * @throws FetchException when nothing was asked, or nothing came of it
     */
    Exchange ask(URI address, FetchKind kind, Wanted wanted, int maxBytes, RobotsVerdict verdict)
            throws FetchException {
        HostGate gate = gate(address);
        HostGate.Turn turn = gate.enter(HostGate.longer(policy.delay(), verdict.delay()));
        Instant time = ticker.instant();
        long start = ticker.nanos();
        @Nullable Exchange exchange = null;
        @Nullable FetchFailure failure = null;
        try {
            exchange = transport.get(address, kind, wanted, maxBytes);
            return exchange;
        } catch (FetchException e) {
            failure = e.failure();
            throw e;
        } finally {
            Duration retryAfter = exchange == null ? Duration.ZERO : retryAfter(exchange);
            try {
                log.made(new LoggedRequest(
                        time,
                        address.getHost(),
                        address,
                        kind,
                        verdict.allowed(),
                        verdict.rule(),
                        verdict.line(),
                        turn.asked(),
                        turn.pause(),
                        exchange == null ? 0 : exchange.status(),
                        failure == null ? "" : failure.key(),
                        retryAfter,
                        exchange == null ? 0 : exchange.received().length,
                        Duration.ofNanos(ticker.nanos() - start)));
            } finally {
                gate.leave(turn, failed(exchange, failure), retryAfter);
            }
        }
    }

    /** Whether the host, not the page, is in trouble. */
    private static boolean failed(@Nullable Exchange exchange, @Nullable FetchFailure failure) {
        return exchange == null
                ? failure == FetchFailure.NETWORK || failure == FetchFailure.TOO_SLOW
                : exchange.status() == 429 || exchange.status() >= 500;
    }

    Duration retryAfter(Exchange exchange) {
        String asked = exchange.status() == 200 ? "" : exchange.header("Retry-After");
        return asked.isEmpty() ? Duration.ZERO : RetryAfter.of(asked, exchange.header("Date"), ticker.instant());
    }

    HostGate gate(URI address) {
        return gates.computeIfAbsent(
                address.getHost(),
                host -> new HostGate(ticker, policy.delay(), policy.limits().longestDelay()));
    }

    @Override
    public void close() {
        transport.close();
    }
}
