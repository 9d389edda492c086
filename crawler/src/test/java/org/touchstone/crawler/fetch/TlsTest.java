package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS goes through the relay unopened: name, certificate and SNI are those of the site. */
@Timeout(30)
class TlsTest {
    private static final char[] WORD = "touchstone".toCharArray();

    private static SSLContext context(Path folder) throws Exception {
        Path file = folder.resolve("key.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=shop.test",
                        "-ext",
                        "san=dns:shop.test",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(WORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, WORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, WORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void getOverTls(@TempDir Path folder) throws Exception {
        SSLContext context = context(folder);
        List<String> names = new CopyOnWriteArrayList<>();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            ExtendedSSLSession session =
                    (ExtendedSSLSession) ((com.sun.net.httpserver.HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames().forEach(n -> names.add(((SNIHostName) n).getAsciiName()));
            names.add(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("<p>".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        int port = server.getAddress().getPort();
        FetchPolicy policy = new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, true, FetchLimits.DEFAULT);
        Network network =
                new Network(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")}, Network.SYSTEM.dialer());
        try (Transport transport = new Transport(policy, network, ExchangeListener.NONE, context)) {
            for (int i = 0; i < 2; i++) {
                Exchange exchange =
                        transport.get(URI.create("https://shop.test:" + port + "/a"), FetchKind.PAGE, Wanted.ALL, 1000);
                assertThat(exchange.body()).hasSize(3);
                assertThat(exchange.connectedTo()).isEqualTo(InetAddress.getByName("127.0.0.1"));
            }
            assertThat(names).containsExactly("shop.test", "shop.test:" + port, "shop.test", "shop.test:" + port);
            assertThatThrownBy(() -> transport.get(
                            URI.create("https://other.test:" + port + "/a"), FetchKind.PAGE, Wanted.ALL, 1000))
                    .hasMessageContaining("other.test");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void relayServesNobodyElse() throws Exception {
        try (Relay relay = new Relay(Network.SYSTEM.dialer(), Duration.ofSeconds(1));
                var socket = new java.net.Socket(
                        relay.address().getAddress(), relay.address().getPort())) {
            RawSite.write(socket.getOutputStream(), "CONNECT 127.0.0.1:22 HTTP/1.1\r\n\r\n");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 502");
        }
    }
}
