package org.touchstone.crawler.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * One request and its answer, bounded in size and time; no redirects, no cookies. Thread-safe.
 */
final class Transport implements AutoCloseable {
    /**
     * An answer.
     *
     * @param body unpacked; empty when the status is not 200 or nobody wants it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Answer(int status, HttpHeaders headers, byte[] body) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    private final AddressGuard guard;
    private final String userAgent;
    private final FetchLimits limits;
    private final HttpClient client;
    private final ScheduledExecutorService watch;
    private final AtomicLong received = new AtomicLong();

    Transport(AddressGuard guard, String userAgent, FetchLimits limits) {
        this.guard = guard;
        this.userAgent = userAgent;
        this.limits = limits;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("fetch-watch").factory());
    }

    /** Bytes of bodies received so far, as sent. */
    long received() {
        return received.get();
    }

    /** @throws FetchException when there is no answer, or one beyond the limits; nothing else is thrown */
    Answer get(URI address, FetchKind kind, int maxBytes) throws FetchException {
        guard.check(address);
        HttpRequest request = HttpRequest.newBuilder(address)
                .version(address.getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .timeout(limits.total())
                .header("User-Agent", userAgent)
                .header("Accept", kind.accept())
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8,*;q=0.5")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
        long deadline = System.nanoTime() + limits.total().toNanos();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(
                        response.statusCode(), response.headers(), read(response, body, kind, maxBytes, deadline));
            }
        } catch (FetchException e) {
            throw e;
        } catch (HttpTimeoutException e) {
            throw new FetchException(
                    FetchFailure.TOO_SLOW, "no answer within " + limits.total().toSeconds() + " s");
        } catch (IOException e) {
            throw new FetchException(FetchFailure.NETWORK, "the connection failed: " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(FetchFailure.STOPPED, "the crawl was stopped");
        }
    }

    private byte[] read(HttpResponse<?> response, InputStream body, FetchKind kind, int maxBytes, long deadline)
            throws IOException {
        if (response.statusCode() != 200) {
            return new byte[0];
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!kind.takes(type)) {
            throw new FetchException(FetchFailure.TYPE, "expected a page, found '" + type + "'");
        }
        long announced = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        if (announced > maxBytes && kind != FetchKind.ROBOTS) {
            throw tooLarge(announced + " bytes are announced", maxBytes);
        }
        String encoding = response.headers()
                .firstValue("Content-Encoding")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = watch.schedule(
                () -> {
                    late.set(true);
                    closeQuietly(body);
                },
                Math.max(0, deadline - System.nanoTime()),
                TimeUnit.NANOSECONDS);
        Counted counted = new Counted(body);
        try {
            InputStream unpacked = switch (encoding) {
                case "", "identity" -> counted;
                case "gzip", "x-gzip" -> new GZIPInputStream(counted, 1 << 13);
                default ->
                    throw new FetchException(
                            FetchFailure.TYPE, "expected gzip or nothing around the body, found '" + encoding + "'");
            };
            return drain(unpacked, counted, kind, maxBytes);
        } catch (IOException e) {
            if (late.get()) {
                throw new FetchException(
                        FetchFailure.TOO_SLOW,
                        "after " + limits.total().toSeconds() + " s only " + counted.count + " bytes had come");
            }
            throw e;
        } finally {
            alarm.cancel(false);
            received.addAndGet(counted.count);
        }
    }

    private byte[] drain(InputStream in, Counted counted, FetchKind kind, int maxBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        byte[] buffer = new byte[1 << 14];
        int n;
        while ((n = in.read(buffer)) >= 0) {
            int room = maxBytes - out.size();
            if (n > room) {
                if (kind == FetchKind.ROBOTS) {
                    out.write(buffer, 0, room);
                    return out.toByteArray();
                }
                throw tooLarge("more was sent", maxBytes);
            }
            out.write(buffer, 0, n);
            if (out.size() > limits.ratioFrom() && out.size() / Math.max(1, counted.count) >= limits.unpackRatio()) {
                throw new FetchException(
                        FetchFailure.PACKED,
                        counted.count + " bytes unpack to more than " + out.size() + ", ratio over "
                                + limits.unpackRatio());
            }
        }
        return out.toByteArray();
    }

    private static FetchException tooLarge(String found, int maxBytes) {
        return new FetchException(FetchFailure.TOO_LARGE, "expected at most " + maxBytes + " bytes, but " + found);
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // The reader finds out by itself.
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.shutdownNow();
        client.close();
    }

    /** Counts what was sent, before it is unpacked. */
    private static final class Counted extends FilterInputStream {
        private long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
