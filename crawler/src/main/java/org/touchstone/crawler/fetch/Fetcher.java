package org.touchstone.crawler.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;

/**
 * Fetches pages and images as a good guest: asks robots.txt first, waits for the host's turn, follows at most
 * {@value #MAX_HOPS} redirects and checks each, leaves a host alone that wants a proof of being human or, again and again, a log-in. Thread-safe;
 * blocks, so call it from a thread that may wait.
 */
public final class Fetcher implements AutoCloseable {
    static final int MAX_HOPS = 5;

    private final FetchPolicy policy;
    private final Transport direct;
    private final PoliteTransport transport;
    private final RobotsCache robots;

    /** Tells nobody and logs nothing. */
    public Fetcher(FetchPolicy policy, StopSignal stop) {
        this(policy, stop, ExchangeListener.NONE, PolitenessLog.NONE);
    }

    /**
     * @param stop ends every wait
     * @param listener is told of every exchange, robots.txt and redirects included
     * @param log is told of every request, also of those that got no answer
     */
    public Fetcher(FetchPolicy policy, StopSignal stop, ExchangeListener listener, PolitenessLog log) {
        this(policy, listener, log, Network.SYSTEM, Ticker.system(stop));
    }

    Fetcher(FetchPolicy policy, ExchangeListener listener, PolitenessLog log, Network network, Ticker ticker) {
        this.policy = policy;
        direct = new Transport(policy, network, listener, null);
        transport = new PoliteTransport(policy, direct, log, ticker);
        robots = new RobotsCache(new RobotsReader(transport, policy.agent())::read, ticker::instant);
    }

    /** Fetches an address. The scope is asked about each redirect; the first address is not asked about. */
    public FetchResult fetch(URI first, FetchKind kind, Predicate<URI> scope) {
        return fetch(first, kind, scope, Wanted.ALL);
    }

    /**
     * Fetches an address, or some bytes of it: a server that knows no ranges gives the whole.
     *
     * @param range asked for; all when absent
     */
    public FetchResult fetch(URI first, FetchKind kind, Optional<ByteRange> range, Predicate<URI> scope) {
        return fetch(first, kind, scope, new Wanted(Validators.NONE, range));
    }

    /**
     * Fetches an address unless it is known as it is; then the failure is {@link FetchFailure#UNCHANGED}.
     *
     * @param known what to tell each address asked of the answer that it gave before
     */
    public FetchResult fetch(URI first, FetchKind kind, Predicate<URI> scope, Function<URI, Validators> known) {
        return follow(first, kind, scope, address -> new Wanted(known.apply(address), Optional.empty()));
    }

    private FetchResult fetch(URI first, FetchKind kind, Predicate<URI> scope, Wanted wanted) {
        return follow(first, kind, scope, address -> wanted);
    }

    private FetchResult follow(URI first, FetchKind kind, Predicate<URI> scope, Function<URI, Wanted> wants) {
        List<URI> hops = new ArrayList<>(List.of(first));
        try {
            while (true) {
                Wanted wanted = wants.apply(hops.getLast());
                Exchange exchange = ask(hops.getLast(), kind, wanted);
                if (exchange.status() == 304 && wanted.conditional()) {
                    throw new FetchException(FetchFailure.UNCHANGED, "answered 304 (not modified)");
                }
                if (!Redirect.is(exchange.status())) {
                    return judge(exchange, wanted.range(), hops);
                }
                hops.add(next(exchange, hops, scope));
            }
        } catch (FetchException e) {
            return new NotFetched(List.copyOf(hops), e.failure(), String.valueOf(e.getMessage()), e.retryAfter());
        }
    }

    private Exchange ask(URI at, FetchKind kind, Wanted wanted) throws FetchException {
        // Before robots.txt, which could not be had either, and would then seem to forbid everything.
        transport.gate(at).check();
        direct.check(at);
        RobotsVerdict verdict = robots(at);
        if (!verdict.allowed()) {
            throw new FetchException(FetchFailure.ROBOTS, verdict.reason());
        }
        if (verdict.delay().compareTo(policy.limits().longestDelay()) > 0) {
            String asked = "asks for a delay of " + verdict.delay().toSeconds() + " s";
            throw new FetchException(FetchFailure.ROBOTS, verdict.source() + " " + asked + ", too long to wait for");
        }
        return transport.ask(at, kind, wanted, policy.limits().bytes(kind), verdict);
    }

    private URI next(Exchange exchange, List<URI> hops, Predicate<URI> scope) throws FetchException {
        URI at = hops.getLast();
        URI next = Redirect.next(exchange, hops, MAX_HOPS);
        respect(WallSigns.challenge(next), at);
        Optional<String> logIn = WallSigns.logIn(at, next);
        if (logIn.isPresent()) {
            if (!WallSigns.isAccount(at)) {
                transport.gate(at).logIn(at + " " + logIn.get());
            }
            throw new FetchException(FetchFailure.WALL, logIn.get());
        }
        if (!scope.test(next)) {
            throw new FetchException(FetchFailure.SCOPE, "redirects to " + next + ", which the plan does not allow");
        }
        return next;
    }

    private FetchResult judge(Exchange exchange, Optional<ByteRange> range, List<URI> hops) throws FetchException {
        int status = exchange.status();
        respect(WallSigns.on(exchange), hops.getLast());
        if (status == 200) {
            if (exchange.kind() == FetchKind.PAGE) {
                transport.gate(hops.getLast()).welcome();
            }
            return new Fetched(List.copyOf(hops), exchange.header("Content-Type"), exchange.body());
        }
        if (range.isPresent() && status == 206) {
            checkRange(exchange, range.get());
            return new Fetched(List.copyOf(hops), exchange.header("Content-Type"), exchange.body(), true);
        }
        if (range.isPresent() && status == 416) {
            throw new FetchException(FetchFailure.RANGE, "answered 416: has no bytes " + range.get());
        }
        if (status == 429 || status == 503) {
            throw new FetchException(
                    FetchFailure.BUSY, "answered " + status + " (busy)", transport.retryAfter(exchange));
        }
        throw new FetchException(FetchFailure.STATUS, "answered " + status);
    }

    private static void checkRange(Exchange exchange, ByteRange range) throws FetchException {
        String stated = exchange.header("Content-Range");
        int length = exchange.body().length;
        if (!range.isOf(stated) || length != range.length()) {
            throw new FetchException(
                    FetchFailure.RANGE,
                    "expected bytes " + range + ", found " + length + " bytes with Content-Range '" + stated + "'");
        }
    }

    /** Stops at a wall, and at the whole host unless the address was one that wants a log-in in any shop. */
    private void respect(Optional<String> wall, URI at) throws FetchException {
        if (wall.isPresent()) {
            if (!WallSigns.isAccount(at)) {
                transport.gate(at).wall(at + " " + wall.get());
            }
            throw new FetchException(FetchFailure.WALL, wall.get());
        }
    }

    /** What robots.txt of the address's host says about it. Asks the host once in 24 hours at most, and waits for its turn. */
    public RobotsVerdict robots(URI address) {
        return robots.rules(WebAddress.origin(address)).verdict(address);
    }

    /** How it stands with the address's host. */
    public HostState host(URI address) {
        return transport.gate(address).state();
    }

    /** Leaves a host alone for a while, beyond its usual pause. */
    public void rest(URI address, Duration time) {
        transport.gate(address).rest(time);
    }

    /** Bytes of bodies received so far, as sent. */
    public long bytesReceived() {
        return direct.received();
    }

    @Override
    public void close() {
        transport.close();
    }
}
