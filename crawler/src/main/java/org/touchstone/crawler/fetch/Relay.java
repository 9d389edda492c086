package org.touchstone.crawler.fetch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The only way out for the HTTP client: a proxy on loopback, inside this process, that connects to pinned addresses and to
 * nothing else. It never asks DNS. A host and port can be reached only while a request to them holds a {@link Pin}, so that
 * other users of the machine gain nothing from the open port; and each request gets one new connection at most, so that the
 * client does not repeat itself behind the politeness log's back. TLS passes through it closed; plain requests are put into
 * origin form (RFC 9112, section 3.2.1), for the client writes them for a proxy. Thread-safe.
 */
final class Relay implements AutoCloseable {
    /** Addresses of one host that are tried. */
    private static final int MAX_TRIES = 3;

    /** Where one request may go, for as long as it is open. */
    static final class Pin implements AutoCloseable {
        private final Map<String, Pin> pins;
        private final String key;
        private final List<InetAddress> addresses;
        private final int port;
        private final AtomicBoolean used = new AtomicBoolean();
        private volatile @Nullable String failure;

        private Pin(Map<String, Pin> pins, String key, List<InetAddress> addresses, int port) {
            this.pins = pins;
            this.key = key;
            this.addresses = addresses;
            this.port = port;
        }

        /** Why no connection came about; null when one did, or none was needed. */
        @Nullable
        String failure() {
            return failure;
        }

        @Override
        public void close() {
            pins.remove(key, this);
        }
    }

    private final ServerSocket server;
    private final Network.Dialer dialer;
    private final Duration connect;
    private final Map<String, Pin> pins = new ConcurrentHashMap<>();
    private final Map<String, InetAddress> connected = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** @param connect time for one connection */
    Relay(Network.Dialer dialer, Duration connect) {
        this.dialer = dialer;
        this.connect = connect;
        try {
            server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port can be opened on loopback, which fetching needs", e);
        }
        Thread.ofVirtual().name("relay").start(this::accept);
    }

    /** Where the client finds it. */
    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    /** Opens the way to an address, by none but the network addresses given. */
    Pin pin(URI address, List<InetAddress> checked) {
        int port = port(address);
        String key = key(address.getHost(), port);
        Pin pin = new Pin(pins, key, checked, port);
        pins.put(key, pin);
        return pin;
    }

    /** The network address that the last connection to the address's host and port was made to; null when there was none. */
    @Nullable
    InetAddress connectedTo(URI address) {
        return connected.get(key(address.getHost(), port(address)));
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    private static String key(String host, int port) {
        return host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "") + " " + port;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().name("relay-client").start(() -> serve(client));
            } catch (IOException e) {
                // Closed, which the loop sees; or out of file handles, which may pass.
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    private void serve(Socket client) {
        try (Closeable ignored = opened(client)) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            RequestHead head = RequestHead.read(in);
            if (head.method().equals("CONNECT")) {
                tunnel(client, in, head.target());
            } else {
                forward(client, in, head);
            }
        } catch (IOException | IllegalArgumentException e) {
            // The client finds a closed connection, and the pin says why.
        }
    }

    private void tunnel(Socket client, InputStream in, String authority) throws IOException {
        OutputStream out = client.getOutputStream();
        int colon = authority.lastIndexOf(':');
        String key = key(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)));
        Socket far;
        try {
            far = connect(key);
        } catch (IOException e) {
            out.write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            throw e;
        }
        try (Closeable ignored = opened(far)) {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().name("relay-down").start(() -> pump(far, client));
            in.transferTo(far.getOutputStream());
        }
    }

    /** One request after the other, for one host or several; the client sends the next when it has read the last answer. */
    private void forward(Socket client, InputStream in, RequestHead first) throws IOException {
        @Nullable Upstream far = null;
        try {
            for (RequestHead head = first; head != RequestHead.NONE; head = RequestHead.read(in)) {
                URI target = URI.create(head.target());
                String key = key(target.getHost(), port(target));
                if (far == null || !far.key.equals(key) || !pins.containsKey(key)) {
                    if (far != null) {
                        far.leave();
                    }
                    far = new Upstream(key, connect(key), client);
                    far.start();
                }
                far.send(head.originForm());
            }
        } finally {
            if (far != null) {
                far.leave();
            }
        }
    }

    private Socket connect(String key) throws IOException {
        Pin pin = pins.get(key);
        if (pin == null) {
            throw new IOException("no request to " + key + " is under way");
        }
        if (!pin.used.compareAndSet(false, true)) {
            // The client asks again by itself, several times, when a connection ends before the answer.
            pin.failure = "it was closed before an answer came";
            throw new IOException("the request has had its connection");
        }
        IOException last = new IOException("no address");
        for (InetAddress one : pin.addresses.subList(0, Math.min(MAX_TRIES, pin.addresses.size()))) {
            try {
                Socket far = dialer.dial(one, pin.port, connect);
                connected.put(key, one);
                return far;
            } catch (IOException e) {
                last = e;
                pin.failure = one.getHostAddress() + " port " + pin.port + ": " + e.getMessage();
            }
        }
        throw last;
    }

    private Closeable opened(Socket socket) throws IOException {
        sockets.add(socket);
        if (server.isClosed()) {
            socket.close();
        }
        return () -> {
            sockets.remove(socket);
            socket.close();
        };
    }

    /** Copies until one side is done, then closes the receiving one; harshly when the other broke, so that it shows. */
    private static void pump(Socket from, Socket to) {
        try (to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                to.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // Closed already.
        }
    }

    /** A connection for plain requests to one host, for as long as the client's next request is for the same. */
    private final class Upstream {
        private final String key;
        private final Socket far;
        private final Socket client;
        private final Closeable open;
        private volatile boolean left;

        private Upstream(String key, Socket far, Socket client) throws IOException {
            this.key = key;
            this.far = far;
            this.client = client;
            open = opened(far);
        }

        private void start() {
            Thread.ofVirtual().name("relay-down").start(this::down);
        }

        private void down() {
            boolean whole = false;
            try {
                far.getInputStream().transferTo(client.getOutputStream());
                whole = true;
            } catch (IOException e) {
                // Told to the client below.
            }
            if (!left) {
                try (client) {
                    client.setSoLinger(!whole, 0);
                } catch (IOException e) {
                    // Closed already.
                }
            }
        }

        private void send(byte[] head) throws IOException {
            far.getOutputStream().write(head);
        }

        private void leave() throws IOException {
            left = true;
            open.close();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            // Nothing is lost.
        }
    }
}
