package org.touchstone.crawler.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.record.Json;

/**
 * Answers what one page asks for. Only GET passes, and only for what a page is made of; it goes through the crawl's fetcher, so
 * that robots.txt, pauses, the guard and the limits hold, and what comes back is handed on with its type and nothing else of
 * its head: no cookie, no policy, no redirect by header. As nobody is logged in anywhere, every site may read every other's
 * answer. Thread-safe.
 */
final class Exchanges {
    private static final Set<String> PARTS = Set.of("Document", "Script", "Stylesheet", "XHR", "Fetch");
    /** Requests beyond the limit that are still refused one by one; then the page is stopped. */
    private static final int FLOOD = 500;
    /** Requests that are remembered by name. */
    private static final int MOST = 200;

    private final DevTools tools;
    private final Resources resources;
    private final RenderLimits limits;
    private final Fetched page;
    private final String frame;
    private final boolean pictures;
    private final Map<String, Fetched> redirected = new ConcurrentHashMap<>();

    // Guarded by this.
    private final List<SubRequest> requests = new ArrayList<>();
    private final Set<URI> links = new LinkedHashSet<>();
    private boolean given;
    private int asked;
    private int refused;
    private long bytes;
    private String limit = "";
    private int open;
    private long lastNanos = System.nanoTime();

    /** @param frame the page's main frame */
    Exchanges(DevTools tools, Resources resources, RenderLimits limits, Fetched page, String frame, boolean pictures) {
        this.tools = tools;
        this.resources = resources;
        this.limits = limits;
        this.page = page;
        this.frame = frame;
        this.pictures = pictures;
    }

    /** Takes a {@code Fetch.requestPaused}, which waits for its answer; returns at once. */
    void paused(String session, JsonNode event) {
        String id = event.path("requestId").asText();
        JsonNode request = event.path("request");
        String url = request.path("url").asText();
        String type = event.path("resourceType").asText();
        String method = request.path("method").asText();
        if (type.equals("Document") && event.path("frameId").asText().equals(frame)) {
            main(session, id, url, method);
            return;
        }
        if (url.startsWith("data:") || url.startsWith("blob:")) {
            tools.tell(session, "Fetch.continueRequest", Json.object().put("requestId", id));
            return;
        }
        Fetched known = redirected.remove(url);
        if (known != null) {
            fulfil(session, id, request, 200, known.contentType(), "", known.body());
            return;
        }
        String accept = request.at("/headers/Accept").asText();
        if (type.equals("Other") && accept.startsWith("image/")) { // the browser's own wish for an icon, not the page's
            fail(session, id, "BlockedByClient");
            return;
        }
        Optional<URI> address = WebAddress.parse(url);
        boolean later = request.path("headers").properties().stream()
                .anyMatch(h -> h.getKey().toLowerCase(Locale.ROOT).endsWith("purpose"));
        boolean part = PARTS.contains(type)
                || (type.equals("Other") && accept.equals("*/*")) // a worker's script
                || (pictures && type.equals("Image"));
        boolean needed = part && !later && !accept.contains("event-stream");
        Optional<String> why = admit(needed, method, address);
        if (why.isPresent()) {
            refuse(session, id, SubRequest.refused(url, type, why.get()));
        } else if (method.equals("OPTIONS")) {
            fulfil(session, id, request, 204, "", "", new byte[0]);
        } else {
            Thread.ofVirtual().name("render-request").start(() -> answer(session, id, request, type, address.get()));
        }
    }

    /**
     * The page's type, with the charset that the crawl finds: scripts that name none are read in their page's, and a browser
     * takes a page of plain ASCII for Western European.
     */
    private static String type(Fetched page) {
        String type = page.contentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean text = type.startsWith("text/") || type.contains("xml");
        String charset =
                PageText.decode(page.body(), page.contentType()).charset().name();
        return (text ? type : "text/html") + "; charset=" + charset;
    }

    /** The page itself is fetched already. Where it wants to go by itself afterwards is a link like others. */
    private void main(String session, String id, String url, String method) {
        boolean first;
        synchronized (this) {
            first = !given;
            given = true;
        }
        if (first) {
            fulfil(session, id, Json.object(), 200, type(page), "", page.body());
            return;
        }
        if (method.equals("GET")) {
            leadsTo(url);
        }
        refuse(session, id, SubRequest.refused(url, "Document", "the page is not left"));
    }

    /** Notes where scripts want to go. */
    synchronized void leadsTo(String url) {
        if (links.size() < MOST) {
            WebAddress.parse(url).filter(to -> !to.equals(page.address())).ifPresent(links::add);
        }
    }

    /** Why a request is not made; empty when it is. */
    private synchronized Optional<String> admit(boolean needed, String method, Optional<URI> address) {
        if (!needed) {
            return Optional.of("not needed to read the page");
        }
        if (!method.equals("GET") && !method.equals("OPTIONS")) {
            return Optional.of("only GET is passed on, not " + method);
        }
        if (address.isEmpty()) {
            return Optional.of("no address of the web");
        }
        if (method.equals("OPTIONS")) {
            return Optional.empty();
        }
        if (asked >= limits.requests()) {
            limit = "it asked for more than " + limits.requests() + " things";
            return Optional.of(limit);
        }
        if (bytes >= limits.bytes()) {
            limit = "its parts have more than " + limits.bytes() + " bytes";
            return Optional.of(limit);
        }
        asked++;
        open++;
        lastNanos = System.nanoTime();
        return Optional.empty();
    }

    private void answer(String session, String id, JsonNode request, String type, URI address) {
        String url = request.path("url").asText();
        try {
            FetchResult result = resources.fetch(address, type.equals("Image") ? FetchKind.IMAGE : FetchKind.RESOURCE);
            switch (result) {
                case Fetched fetched -> {
                    note(SubRequest.answered(url, type), fetched.body().length);
                    if (fetched.hops().size() > 1) { // so that what stands there is read relative to where it stands
                        redirected.put(fetched.address().toString(), fetched);
                        fulfil(session, id, request, 302, "", fetched.address().toString(), new byte[0]);
                    } else {
                        fulfil(session, id, request, 200, fetched.contentType(), "", fetched.body());
                    }
                }
                case NotFetched not -> refuse(session, id, new SubRequest(url, type, not.reason(), not.failure()));
            }
        } finally {
            synchronized (this) {
                open--;
                lastNanos = System.nanoTime();
            }
        }
    }

    private void refuse(String session, String id, SubRequest request) {
        note(request, 0);
        // Aborted leaves a page where it is; other reasons put a page of the browser's own into its place.
        fail(session, id, request.type().equals("Document") ? "Aborted" : "BlockedByClient");
    }

    private void fail(String session, String id, String reason) {
        tools.tell(
                session, "Fetch.failRequest", Json.object().put("requestId", id).put("errorReason", reason));
    }

    /** Keeps a request for those who ask what the page asked for. */
    synchronized void note(SubRequest request, int length) {
        bytes += length;
        if (!request.refused().isEmpty()) {
            refused++;
        }
        if (requests.size() < MOST) {
            requests.add(request);
        }
    }

    private void fulfil(
            String session, String id, JsonNode request, int status, String type, String location, byte[] body) {
        ObjectNode answer = Json.object().put("requestId", id).put("responseCode", status);
        ArrayNode headers = answer.putArray("responseHeaders");
        String origin = request.at("/headers/Origin").asText();
        header(headers, "Content-Type", type);
        header(headers, "Location", location);
        header(headers, "Access-Control-Allow-Origin", origin.isEmpty() ? "*" : origin);
        header(headers, "Access-Control-Allow-Credentials", origin.isEmpty() ? "" : "true");
        if (status == 204) {
            header(headers, "Access-Control-Allow-Methods", "GET");
            header(
                    headers,
                    "Access-Control-Allow-Headers",
                    request.at("/headers/Access-Control-Request-Headers").asText());
        }
        answer.put("body", Base64.getEncoder().encodeToString(body));
        tools.tell(session, "Fetch.fulfillRequest", answer);
    }

    private static void header(ArrayNode headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.addObject().put("name", name).put("value", value.replaceAll("\\p{Cntrl}", " "));
        }
    }

    /** Begins the time anew in which nothing was asked for. */
    synchronized void touch() {
        lastNanos = System.nanoTime();
    }

    /** Whether answers are being waited for. */
    synchronized boolean isOpen() {
        return open > 0;
    }

    /** When a request last began or ended, by {@link System#nanoTime}. */
    synchronized long lastNanos() {
        return lastNanos;
    }

    /** What the page was refused for asking too much; empty when it did not. */
    synchronized String limit() {
        return limit;
    }

    synchronized boolean isFlood() {
        return refused > limits.requests() + FLOOD;
    }

    synchronized List<SubRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized List<URI> links() {
        return List.copyOf(links);
    }
}
