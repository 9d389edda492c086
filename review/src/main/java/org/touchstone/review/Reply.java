package org.touchstone.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer. */
final class Reply {
    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> cookies = new ArrayList<>();

    private Reply(int status, String type, String body) {
        this.status = status;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        headers.put("Content-Type", type + "; charset=utf-8");
    }

    static Reply page(int status, String html) {
        return new Reply(status, "text/html", html);
    }

    static Reply asset(String type, String content) {
        return new Reply(200, type, content);
    }

    static Reply plain(int status, String text) {
        return new Reply(status, "text/plain", text);
    }

    /** See-other: a form's answer that can be reloaded without sending the form again. */
    static Reply to(String address) {
        Reply reply = new Reply(303, "text/plain", "");
        reply.headers.put("Location", address);
        return reply;
    }

    /** Sets a cookie that no other site's request carries; a value that is not plain is encoded by the caller. */
    Reply cookie(String name, String value, long seconds) {
        cookies.add(name + "=" + value + "; Path=/; SameSite=Strict; HttpOnly; Max-Age=" + seconds);
        return this;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body.clone();
    }

    Map<String, String> headers() {
        return headers;
    }

    List<String> cookies() {
        return cookies;
    }
}
