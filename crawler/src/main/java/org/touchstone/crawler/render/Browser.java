package org.touchstone.crawler.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.touchstone.record.Json;

/** A running browser. Thread-safe. */
final class Browser implements Closeable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(5);
    /** Time between two looks at the memory of its processes. */
    private static final Duration WATCH = Duration.ofMillis(250);
    /** Bytes of a page of memory, as {@code /proc} counts. */
    private static final long PAGE = 4096;

    private final Process process;
    private final DevTools tools;
    private final long memory;
    private volatile String said = "";

    private Browser(Process process, long memory) {
        this.process = process;
        this.memory = memory;
        tools = new DevTools(process.getInputStream(), process.getOutputStream(), this::kill);
    }

    /**
     * @param memory bytes beyond which one of its processes is ended
     * @throws IOException when it does not start; its message holds what the browser said
     */
    static Browser start(Chromium chromium, String userAgent, long memory) throws IOException {
        Browser browser = new Browser(chromium.start(userAgent), memory);
        Thread.ofPlatform().daemon().name("browser-log").start(browser::log);
        try {
            browser.tools.call("", "Browser.getVersion", Json.object(), START);
        } catch (IOException e) {
            browser.close();
            throw new IOException(
                    chromium.program() + " did not start: " + (browser.said.isEmpty() ? e.getMessage() : browser.said),
                    e);
        }
        Thread.ofPlatform().daemon().name("browser-memory").start(browser::watch);
        return browser;
    }

    DevTools tools() {
        return tools;
    }

    boolean isAlive() {
        try {
            tools.check();
            return process.isAlive();
        } catch (IOException e) {
            return false;
        }
    }

    /** Opens an empty page that shares nothing with others; the object holds {@code targetId} and {@code browserContextId}. */
    ObjectNode openPage(Duration limit) throws IOException {
        JsonNode context =
                tools.call("", "Target.createBrowserContext", Json.object().put("disposeOnDetach", true), limit);
        String id = context.path("browserContextId").asText();
        tools.tell(
                "",
                "Browser.setDownloadBehavior",
                Json.object().put("behavior", "deny").put("browserContextId", id));
        JsonNode target = tools.call(
                "",
                "Target.createTarget",
                Json.object().put("url", "about:blank").put("browserContextId", id),
                limit);
        return Json.object().put("targetId", target.path("targetId").asText()).put("browserContextId", id);
    }

    /** The processes that work for the browser; the shell that started it is not among them. */
    private List<ProcessHandle> processes() {
        try (Stream<ProcessHandle> all = process.descendants()) {
            return all.toList();
        }
    }

    /** Ends processes that have grown too large; the page of such a one has crashed then. */
    private void watch() {
        try {
            while (!process.waitFor(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                processes().stream()
                        .filter(one -> resident(one.pid()) > memory)
                        .forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bytes of memory in use by a process; 0 where that is not told, as on systems without {@code /proc}. */
    private static long resident(long pid) {
        try {
            String[] fields =
                    Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ");
            return Long.parseLong(fields[1]) * PAGE;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** Keeps the last line that says something was wrong. */
    private void log() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank() && !line.contains("dbus")) {
                    said = line.substring(0, Math.min(300, line.length())).strip();
                }
            }
        } catch (IOException e) {
            // The process ended, and with it what it had to say.
        }
    }

    private void kill() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends it, all of its processes, and removes its profile. */
    @Override
    public void close() {
        tools.tell("", "Browser.close", Json.object());
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        tools.close();
    }
}
