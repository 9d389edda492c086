package org.touchstone.crawler.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Json;

/**
 * Chromium's DevTools protocol over a pair of pipes: JSON messages, each ended by a zero byte, for the browser and, told apart
 * by session, for its pages. Thread-safe.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">the protocol</a>
 */
final class DevTools implements Closeable {
    /** Bytes of a message; a longer one is passed over, such as what a page posts. A screenshot is far shorter. */
    private static final int MAX_MESSAGE = 64 << 20;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_MESSAGE).build())
            .build());

    /** Is told of a session's events, from the thread that reads: must not wait for an answer. */
    @FunctionalInterface
    interface Listener {
        void event(String session, String method, JsonNode parameters);
    }

    private final InputStream in;
    private final OutputStream out;
    private final Runnable ended;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable IOException cause;

    /** @param ended is called once when there will be no more messages */
    DevTools(InputStream in, OutputStream out, Runnable ended) {
        this.in = in;
        this.out = out;
        this.ended = ended;
        Thread.ofPlatform().daemon().name("browser-messages").start(this::read);
    }

    /** @throws IOException when there will be no more messages; it says why */
    void check() throws IOException {
        IOException why = cause;
        if (why != null) {
            throw new IOException(why.getMessage(), why);
        }
    }

    void listen(String session, Listener listener) {
        listeners.put(session, listener);
    }

    void forget(String session) {
        listeners.remove(session);
    }

    /**
     * Calls a method and waits for its result.
     *
     * @param session empty for the browser itself
     * @throws IOException when the browser refuses, ends, or takes longer than the limit
     */
    JsonNode call(String session, String method, ObjectNode parameters, Duration limit) throws IOException {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        long id = ids.incrementAndGet();
        waiting.put(id, answer);
        try {
            send(id, session, method, parameters);
            check();
            JsonNode message = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (message.has("error")) {
                throw new IOException(
                        method + ": " + message.at("/error/message").asText());
            }
            return message.path("result");
        } catch (TimeoutException e) {
            throw new IOException(method + ": no answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.toString() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            waiting.remove(id);
        }
    }

    /** Calls a method whose result is of no interest. A browser that ended is found out elsewhere. */
    void tell(String session, String method, ObjectNode parameters) {
        try {
            send(ids.incrementAndGet(), session, method, parameters);
        } catch (IOException e) {
            close();
        }
    }

    private void send(long id, String session, String method, ObjectNode parameters) throws IOException {
        ObjectNode message = Json.object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        byte[] bytes = MAPPER.writeValueAsBytes(message);
        writing.lock();
        try {
            out.write(bytes);
            out.write(0);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    private void read() {
        try (in) {
            ByteArrayOutputStream message = new ByteArrayOutputStream(1 << 16);
            byte[] buffer = new byte[1 << 16];
            boolean tooLong = false;
            int n;
            while (cause == null && (n = in.read(buffer)) >= 0) {
                int from = 0;
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == 0) {
                        message.write(buffer, from, i - from);
                        if (!tooLong) {
                            received(MAPPER.readTree(message.toByteArray()));
                        }
                        tooLong = false;
                        message.reset();
                        from = i + 1;
                    }
                }
                message.write(buffer, from, n - from);
                if (message.size() > MAX_MESSAGE) {
                    tooLong = true;
                    message.reset();
                }
            }
            end(new IOException("the browser ended"));
        } catch (IOException | RuntimeException e) {
            end(new IOException("the browser ended: " + e, e));
        }
    }

    private void received(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = waiting.get(message.path("id").asLong());
            if (answer != null) {
                answer.complete(message);
            }
            return;
        }
        String session = message.path("sessionId").asText();
        Listener listener = listeners.get(session);
        if (listener != null) {
            listener.event(session, message.path("method").asText(), message.path("params"));
        }
    }

    private void end(IOException why) {
        synchronized (this) {
            if (cause != null) {
                return;
            }
            cause = why;
        }
        ended.run();
        waiting.values().forEach(answer -> answer.completeExceptionally(why));
    }

    @Override
    public void close() {
        end(new IOException("the browser was ended"));
    }
}
