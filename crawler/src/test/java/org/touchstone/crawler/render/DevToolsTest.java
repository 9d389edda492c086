package org.touchstone.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DevToolsTest {
    @Test
    void aMessageThatIsTooLongIsPassedOver() throws Exception {
        byte[] end = "\"}}\0{\"sessionId\":\"s\",\"method\":\"next\",\"params\":{}}\0".getBytes(StandardCharsets.UTF_8);
        try (PipedInputStream later = new PipedInputStream();
                PipedOutputStream open = new PipedOutputStream(later)) {
            InputStream in = new SequenceInputStream(Collections.enumeration(List.of(
                    later,
                    new ByteArrayInputStream(
                            "\"method\":\"long\",\"params\":{\"post\":\"".getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayInputStream("a".repeat(70 << 20).getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayInputStream(end))));
            CompletableFuture<String> event = new CompletableFuture<>();
            try (DevTools tools = new DevTools(in, OutputStream.nullOutputStream(), () -> {})) {
                tools.listen("s", (session, method, parameters) -> event.complete(method));
                open.write("{\"sessionId\":\"s\",".getBytes(StandardCharsets.UTF_8)); // only now, when somebody listens
                open.close();
                assertThat(event.get(20, TimeUnit.SECONDS)).isEqualTo("next");
            }
        }
    }
}
