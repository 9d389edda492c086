package org.touchstone.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, bounded in size and time; no redirects, no cookies. Thread-safe.
 *
 * <p>What is guaranteed about where a request goes: DNS is asked once for each request, by {@link AddressGuard}; every address
 * that it gave was checked; and a connection that is made for the request goes to one of these. The JDK's client would ask
 * DNS again on its own and could be told something else (DNS rebinding), so it has no way out but the {@link Relay}, which it
 * takes for a proxy: it hands over names, and the relay knows for each only the addresses that were checked. A connection that
 * is used again goes to where it was made to, which was checked then. TLS runs end to end between client and site, so that
 * the name in the certificate, SNI and ALPN (HTTP/2) are what they would be without the relay. As each redirect, image and
 * robots.txt is a request of its own, the same holds for them. Proxies that the machine is set up with are not used.
 */
final class Transport implements AutoCloseable {
    private final AddressGuard guard;
    private final String userAgent;
    private final FetchLimits limits;
    private final ExchangeListener listener;
    private final Relay relay;
    private final HttpClient client;
    private final ScheduledExecutorService watch;
    private final AtomicLong received = new AtomicLong();

    /** @param trust whom TLS believes; null for whom the machine does */
    Transport(FetchPolicy policy, Network network, ExchangeListener listener, @Nullable SSLContext trust) {
        guard = new AddressGuard(policy.privateNetworks(), network.resolver());
        userAgent = policy.userAgent();
        limits = policy.limits();
        this.listener = listener;
        relay = new Relay(network.dialer(), limits.connect());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .proxy(ProxySelector.of(relay.address()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        client = (trust == null ? builder : builder.sslContext(trust)).build();
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("fetch-watch").factory());
    }

    /** @throws FetchException when the address may not be reached, or its host is not known; asks DNS */
    void check(URI address) throws FetchException {
        guard.resolve(address);
    }

    /** Bytes of bodies received so far, as sent. */
    long received() {
        return received.get();
    }

    /**
     * Asks once. The listener has been told of the exchange when this returns.
     *
     * @throws FetchException when there is no answer, or one beyond the limits; nothing else is thrown
     */
    Exchange get(URI address, FetchKind kind, Wanted wanted, int maxBytes) throws FetchException {
        List<InetAddress> checked = guard.resolve(address);
        List<Exchange.Header> headers = new ArrayList<>(List.of(
                new Exchange.Header("User-Agent", userAgent),
                new Exchange.Header("Accept", kind.accept()),
                new Exchange.Header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8,*;q=0.5"),
                // A range of a packed body could not be unpacked.
                new Exchange.Header("Accept-Encoding", wanted.range().isPresent() ? "identity" : "gzip")));
        headers.addAll(wanted.headers());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .version(address.getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .timeout(limits.total());
        headers.forEach(h -> request.header(h.name(), h.value()));
        Instant started = Instant.now().truncatedTo(ChronoUnit.MICROS); // as WARC files state it
        long start = System.nanoTime();
        Relay.Pin pin = relay.pin(address, checked);
        try (pin) {
            HttpResponse<InputStream> response =
                    client.send(request.GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            boolean partial = response.statusCode() == 206 && wanted.range().isPresent();
            int most = partial ? (int) Math.min(maxBytes, wanted.range().get().length()) : maxBytes;
            boolean useful = partial || response.statusCode() == 200;
            BodyReader reader = new BodyReader(kind, limits, most, useful, response.body());
            @Nullable FetchFailure cut = FetchFailure.NETWORK;
            Exchange exchange;
            try {
                read(response, reader, start + limits.total().toNanos());
                cut = reader.cut();
            } catch (FetchException e) {
                cut = e.failure();
                throw e;
            } finally {
                exchange = exchange(kind, started, start, headers, response, reader, cut);
                listener.exchanged(exchange);
            }
            return exchange;
        } catch (FetchException e) {
            throw e;
        } catch (HttpTimeoutException e) {
            throw new FetchException(
                    FetchFailure.TOO_SLOW, "no answer within " + limits.total().toSeconds() + " s");
        } catch (IOException e) {
            throw new FetchException(FetchFailure.NETWORK, "the connection failed: " + reason(e, pin));
        } catch (IllegalArgumentException e) {
            // The client throws so when it cannot read a Content-Length.
            throw new FetchException(FetchFailure.NETWORK, "the answer makes no sense: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(FetchFailure.STOPPED, "the crawl was stopped");
        }
    }

    private void read(HttpResponse<InputStream> response, BodyReader reader, long deadline) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        try (InputStream body = response.body()) {
            ScheduledFuture<?> alarm = watch.schedule(
                    () -> {
                        late.set(true);
                        closeQuietly(body);
                    },
                    Math.max(0, deadline - System.nanoTime()),
                    TimeUnit.NANOSECONDS);
            try {
                HttpHeaders headers = response.headers();
                reader.read(
                        headers.firstValue("Content-Type").orElse(""),
                        headers.firstValue("Content-Encoding").orElse(""),
                        announced(headers));
            } finally {
                alarm.cancel(false);
                received.addAndGet(reader.received());
            }
        } catch (IOException e) {
            if (late.get()) {
                throw new FetchException(
                        FetchFailure.TOO_SLOW,
                        "after " + limits.total().toSeconds() + " s only " + reader.received() + " bytes had come");
            }
            throw e;
        }
    }

    /** Bytes of the body; -1 when unknown. Several lengths could be several answers, RFC 9112, section 6.3. */
    private static long announced(HttpHeaders headers) throws FetchException {
        List<String> lengths = headers.allValues("Content-Length");
        if (lengths.stream().distinct().count() > 1) {
            throw new FetchException(FetchFailure.NETWORK, "expected one Content-Length, found " + lengths);
        }
        return headers.firstValueAsLong("Content-Length").orElse(-1);
    }

    private Exchange exchange(
            FetchKind kind,
            Instant started,
            long start,
            List<Exchange.Header> sent,
            HttpResponse<?> response,
            BodyReader reader,
            @Nullable FetchFailure cut) {
        URI address = response.request().uri();
        List<Exchange.Header> request = new ArrayList<>();
        request.add(new Exchange.Header("Host", address.getRawAuthority()));
        request.addAll(sent);
        List<Exchange.Header> answer = new ArrayList<>();
        response.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> answer.add(new Exchange.Header(name, value))));
        String target = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        byte[] body = reader.body();
        return new Exchange(
                kind,
                address,
                started,
                Duration.ofNanos(System.nanoTime() - start),
                relay.connectedTo(address),
                "GET " + (target.startsWith("/") ? target : "/" + target) + " HTTP/1.1",
                List.copyOf(request),
                response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
                response.statusCode(),
                List.copyOf(answer),
                reader.packed() ? reader.packedBody() : body,
                body,
                cut);
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // The reader finds out by itself.
        }
    }

    private static String reason(IOException e, Relay.Pin pin) {
        String failure = pin.failure();
        if (failure != null) {
            return failure;
        }
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.shutdownNow();
        client.close();
        relay.close();
    }
}
