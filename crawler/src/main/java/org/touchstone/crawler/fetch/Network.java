package org.touchstone.crawler.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** The two things that are asked of the machine's network; tests have their own. */
record Network(Resolver resolver, Dialer dialer) {
    /** The machine's. */
    static final Network SYSTEM = new Network(InetAddress::getAllByName, Network::connect);

    /** How names become addresses. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** How connections are made. */
    interface Dialer {
        Socket dial(InetAddress address, int port, Duration timeout) throws IOException;
    }

    private static Socket connect(InetAddress address, int port, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(timeout.toMillis()));
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
