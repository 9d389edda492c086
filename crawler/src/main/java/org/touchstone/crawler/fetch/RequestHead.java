package org.touchstone.crawler.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The head of a request as a client writes it for a proxy.
 *
 * @param fields header lines with the line end before the first and the empty line at the end, one octet in each char
 */
record RequestHead(String method, String target, String version, String fields) {
    private static final int MAX_BYTES = 64 << 10;
    /** What stands where no head came because the client is done. */
    static final RequestHead NONE = new RequestHead("", "", "", "");

    /** @throws IOException when the head is too long or none at all */
    static RequestHead read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(512);
        int ends = 0;
        int c;
        while (ends < 4 && (c = in.read()) >= 0) {
            head.write(c);
            ends = c == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : c == '\r' ? 1 : 0;
            if (head.size() > MAX_BYTES) {
                throw new IOException("expected a head of at most " + MAX_BYTES + " bytes");
            }
        }
        if (ends < 4) {
            return NONE;
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n");
        String[] line = text.substring(0, end).split(" ", 3);
        if (line.length < 3) {
            throw new IOException("expected method, target and version, found '" + text.substring(0, end) + "'");
        }
        return new RequestHead(line[0], line[1], line[2], text.substring(end));
    }

    /** As the site expects it, RFC 9112, section 3.2.1: the target is path and query. */
    byte[] originForm() {
        int path = target.indexOf('/', "http://".length());
        String origin = path < 0 ? "/" : target.substring(path);
        return (method + " " + origin + " " + version + fields).getBytes(StandardCharsets.ISO_8859_1);
    }
}
