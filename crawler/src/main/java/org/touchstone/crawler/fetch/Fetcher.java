package org.touchstone.crawler.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;

/**
 * Fetches pages and images: asks robots.txt first, waits for the host's turn, follows at most {@value #MAX_HOPS} redirects
 * and checks each. Thread-safe; blocks, so call it from a thread that may wait.
 */
public final class Fetcher implements AutoCloseable {
    static final int MAX_HOPS = 5;
    private static final int ROBOTS_BYTES = 500 << 10;

    private final FetchPolicy policy;
    private final StopSignal stop;
    private final AddressGuard guard;
    private final Transport transport;
    private final Map<String, HostGate> gates = new ConcurrentHashMap<>();
    private final Map<String, FutureTask<RobotsRules>> robots = new ConcurrentHashMap<>();

    public Fetcher(FetchPolicy policy, StopSignal stop) {
        this(policy, stop, ExchangeListener.NONE);
    }

    /** @param listener is told of every exchange, robots.txt and redirects included */
    public Fetcher(FetchPolicy policy, StopSignal stop, ExchangeListener listener) {
        this(policy, stop, listener, InetAddress::getAllByName);
    }

    Fetcher(FetchPolicy policy, StopSignal stop, ExchangeListener listener, AddressGuard.Resolver resolver) {
        this.policy = policy;
        this.stop = stop;
        guard = new AddressGuard(policy.privateNetworks(), resolver);
        transport = new Transport(guard, policy.userAgent(), policy.limits(), listener);
    }

    /** Fetches an address. The scope is asked about each redirect; the first address is not asked about. */
    public FetchResult fetch(URI first, FetchKind kind, Predicate<URI> scope) {
        List<URI> hops = new ArrayList<>(List.of(first));
        while (true) {
            URI at = hops.getLast();
            try {
                guard.check(at);
                RobotsVerdict verdict = robots(at);
                if (!verdict.allowed()) {
                    return failed(hops, FetchFailure.ROBOTS, verdict.reason());
                }
                if (verdict.delay().compareTo(policy.limits().longestDelay()) > 0) {
                    String asked = "asks for a delay of " + verdict.delay().toSeconds() + " s";
                    return failed(hops, FetchFailure.ROBOTS, verdict.source() + " " + asked + ", too long to wait for");
                }
                Exchange answer = inTurn(at, kind, bytes(kind), longer(policy.delay(), verdict.delay()));
                Optional<FetchResult> result = judge(answer, hops, scope);
                if (result.isPresent()) {
                    return result.get();
                }
            } catch (FetchException e) {
                return failed(hops, e.failure(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** What robots.txt of the address's host says about it. Asks the host once. */
    public RobotsVerdict robots(URI address) {
        // Not computeIfAbsent alone: a request must not be made under the map's lock.
        String origin = WebAddress.origin(address);
        FutureTask<RobotsRules> asked = robots.computeIfAbsent(origin, o -> new FutureTask<>(() -> readRobots(o)));
        asked.run();
        try {
            return asked.get().verdict(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RobotsRules.allowNone("the crawl was stopped").verdict(address);
        } catch (ExecutionException e) {
            throw new IllegalStateException("robots.txt of " + origin + " broke its reader", e.getCause());
        }
    }

    /** Leaves a host alone for a while, beyond its usual pause. */
    public void rest(URI address, Duration time) {
        gate(address).rest(time);
    }

    /** Bytes of bodies received so far, as sent. */
    public long bytesReceived() {
        return transport.received();
    }

    /** An end, or nothing when a further hop was added. */
    private Optional<FetchResult> judge(Exchange answer, List<URI> hops, Predicate<URI> scope) {
        int status = answer.status();
        if (status == 200) {
            return Optional.of(new Fetched(List.copyOf(hops), answer.header("Content-Type"), answer.body()));
        }
        if (status == 429 || status == 503) {
            Duration after = retryAfter(answer);
            return Optional.of(
                    new NotFetched(List.copyOf(hops), FetchFailure.BUSY, "answered " + status + " (busy)", after));
        }
        if (!isRedirect(status)) {
            return Optional.of(failed(hops, FetchFailure.STATUS, "answered " + status));
        }
        String location = answer.header("Location");
        Optional<URI> next = WebAddress.resolve(hops.getLast(), location);
        String why = next.isEmpty() || location.isEmpty()
                ? "redirects to '" + location + "', which is no address that can be fetched"
                : hops.contains(next.get())
                        ? "redirects in a circle to " + next.get()
                        : hops.size() > MAX_HOPS ? "redirects more than " + MAX_HOPS + " times" : "";
        if (!why.isEmpty() || next.isEmpty()) {
            return Optional.of(failed(hops, FetchFailure.REDIRECT, why));
        }
        if (!scope.test(next.get())) {
            return Optional.of(
                    failed(hops, FetchFailure.SCOPE, "redirects to " + next.get() + ", which the plan does not allow"));
        }
        hops.add(next.get());
        return Optional.empty();
    }

    private RobotsRules readRobots(String origin) {
        URI asked = URI.create(origin + "/robots.txt");
        URI at = asked;
        try {
            for (int hop = 0; hop <= MAX_HOPS; hop++) {
                Exchange answer = inTurn(at, FetchKind.ROBOTS, ROBOTS_BYTES, policy.delay());
                int status = answer.status();
                if (status == 200) {
                    return RobotsRules.parse(asked, answer.body(), policy.agent());
                }
                Optional<URI> next = WebAddress.resolve(at, answer.header("Location"));
                if (!isRedirect(status) || next.isEmpty()) {
                    String found = asked + " answered " + status;
                    return status >= 500 || status == 429
                            ? RobotsRules.allowNone(found + ", so that nothing may be fetched")
                            : RobotsRules.allowAll(found + ", so that all may be fetched");
                }
                at = next.get();
            }
            return RobotsRules.allowAll(asked + " redirects more than " + MAX_HOPS + " times");
        } catch (FetchException e) {
            return RobotsRules.allowNone(
                    asked + " cannot be had (" + e.getMessage() + "), so that nothing may be fetched");
        }
    }

    private Exchange inTurn(URI address, FetchKind kind, int maxBytes, Duration pause) throws FetchException {
        HostGate gate = gate(address);
        if (!gate.enter()) {
            throw new FetchException(FetchFailure.STOPPED, "the crawl was stopped");
        }
        try {
            Exchange answer = transport.get(address, kind, maxBytes);
            if (answer.status() == 429 || answer.status() == 503) {
                Duration after = retryAfter(answer);
                Duration longest = policy.limits().longestDelay();
                gate.rest(after.compareTo(longest) > 0 ? longest : after);
            }
            return answer;
        } finally {
            gate.leave(pause);
        }
    }

    private HostGate gate(URI address) {
        return gates.computeIfAbsent(address.getHost(), host -> new HostGate(stop));
    }

    private int bytes(FetchKind kind) {
        return kind == FetchKind.IMAGE
                ? policy.limits().imageBytes()
                : policy.limits().pageBytes();
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Seconds or a date; zero when neither can be read. */
    private static Duration retryAfter(Exchange answer) {
        String value = answer.header("Retry-After").strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return longer(Duration.between(Instant.now(), at), Duration.ZERO);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static FetchResult failed(List<URI> hops, FetchFailure failure, String reason) {
        return new NotFetched(List.copyOf(hops), failure, reason, Duration.ZERO);
    }

    @Override
    public void close() {
        transport.close();
    }
}
