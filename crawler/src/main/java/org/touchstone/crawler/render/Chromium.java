package org.touchstone.crawler.render;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The system's Chromium.
 *
 * @param program that is run
 */
public record Chromium(Path program) {
    /** What to say where there is none. */
    public static final String MISSING = "expected Chromium on the PATH to render pages, found none; install it, for "
            + "example with 'apt-get install chromium', or say render: never";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome-headless-shell");

    /**
     * The browser speaks through descriptors 3 and 4, which are the process's standard input and output here. With their end,
     * which is also the end of this JVM, however it came, the browser ends, and its profile goes. A sandbox is not to be had
     * as root, and only then it is done without.
     */
    private static final String RUN = "profile=$1; shift; [ \"$(id -u)\" != 0 ] || set -- \"$@\" --no-sandbox; "
            + "\"$@\" 3<&0 4>&1 1>&2 </dev/null; exec rm -rf -- \"$profile\"";

    /** What the browser is told of the environment; keys and tokens are no business of a page's. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "FONTCONFIG_PATH");

    /**
     * The browser asks the network for nothing on its own, and could not: it knows no name, and its proxy has a name that does
     * not exist. What an intercepted request misses thus reaches nothing, workers, sockets and WebRTC included.
     */
    private static final List<String> NO_NETWORK = List.of(
            "--proxy-server=http://nowhere.invalid:9",
            "--proxy-bypass-list=<-loopback>",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-quic",
            "--dns-prefetch-disable",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-domain-reliability",
            "--disable-client-side-phishing-detection",
            "--disable-sync",
            "--no-pings");

    private static final List<String> PLAIN = List.of(
            "--headless",
            "--remote-debugging-pipe",
            "--no-first-run",
            "--no-default-browser-check",
            "--block-new-web-contents",
            "--deny-permission-prompts",
            "--disable-extensions",
            "--disable-default-apps",
            "--disable-component-extensions-with-background-pages",
            "--disable-breakpad",
            "--disable-gpu",
            "--disable-3d-apis",
            "--disable-dev-shm-usage",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,InterestFeedContentSuggestions,"
                    + "WebUIOmniboxPopup,WebRtcHideLocalIpsWithMdns",
            "--hide-scrollbars",
            "--mute-audio",
            "--password-store=basic",
            "--use-mock-keychain",
            "--lang=zh-CN",
            "--js-flags=--max-old-space-size=512");

    /** The one on the PATH; empty when there is none. */
    public static Optional<Chromium> find() {
        return find(System.getenv().getOrDefault("PATH", ""));
    }

    /** The first in a list of folders as in a PATH; empty when there is none. */
    public static Optional<Chromium> find(String path) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String name : NAMES) {
                try {
                    Path file = Path.of(folder, name);
                    if (!folder.isBlank() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                        return Optional.of(new Chromium(file.toAbsolutePath()));
                    }
                } catch (InvalidPathException e) {
                    // A folder of the PATH that cannot exist holds no program.
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Starts it with a profile of its own, which goes with it.
     *
     * @param userAgent what scripts are told: the crawl's own name
     */
    Process start(String userAgent) throws IOException {
        Path profile = profile();
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", RUN, "sh", profile.toString(), program.toString()));
        command.addAll(PLAIN);
        command.addAll(NO_NETWORK);
        command.add("--user-agent=" + userAgent);
        command.add("--user-data-dir=" + profile);
        command.add("about:blank");
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        environment.put("HOME", profile.toString());
        environment.put("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        try {
            return builder.start();
        } catch (IOException e) {
            Files.delete(profile);
            throw e;
        }
    }

    private static Path profile() throws IOException {
        try {
            return Files.createTempDirectory("touchstone-browser");
        } catch (IOException e) {
            throw new IOException(
                    "expected a folder for temporary files that the browser's profile can be written to, found "
                            + System.getProperty("java.io.tmpdir") + ": " + e,
                    e);
        }
    }
}
