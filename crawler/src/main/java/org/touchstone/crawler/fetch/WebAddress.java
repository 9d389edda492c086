package org.touchstone.crawler.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of the web in one form: {@code http} or {@code https}, host in lower-case ASCII, no default port, no dot
 * segments, no fragment, everything else percent-encoded as UTF-8. Reads what browsers read, so that odd links still lead
 * somewhere; gives nothing for what no crawler should follow ({@code javascript:}, {@code mailto:}, names and passwords).
 */
public final class WebAddress {
    private static final int MAX_LENGTH = 4096;
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::(\\d{0,5}))?");
    private static final String UNRESERVED = "-._~!$&'()*+,;=:@";
    private static final Set<String> TRACKING = Set.of("gclid", "fbclid", "msclkid", "yclid", "spm", "scm", "_ga");

    /** Sessions among parameters, by name and by value: some shops call other things so, too. */
    private static final Pattern SESSION =
            Pattern.compile("(?i)(jsessionid|phpsessid|aspsessionid\\w*|sid|sessid|sessionid|"
                    + "session_id|oscsid|zenid|cftoken)=(?=.*\\d)(?=.*[a-z])[\\w.,%-]{16,}");

    private WebAddress() {}

    /** Reads an absolute address; empty when it is none that can be fetched. */
    public static Optional<URI> parse(String text) {
        String clean = text.strip().replaceAll("[\\t\\r\\n]", "");
        Matcher parts = PARTS.matcher(clean);
        if (clean.length() > MAX_LENGTH || !parts.matches()) {
            return Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (parts.group(2).contains("@") || !authority.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        Optional<String> host = host(authority.group(1));
        Optional<String> port = port(scheme, authority.group(2) == null ? "" : authority.group(2));
        if (host.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        String query = parts.group(4) == null ? "" : encode(parts.group(4).substring(1), UNRESERVED + "/?");
        String path = withoutDots(encode(parts.group(3).replace('\\', '/'), UNRESERVED + "/"));
        try {
            URI address =
                    new URI(scheme + "://" + host.get() + port.get() + path + (query.isEmpty() ? "" : "?" + query));
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Reads a reference that stands on a page. */
    public static Optional<URI> resolve(URI base, String reference) {
        String ref = reference.strip().replaceAll("[\\t\\r\\n]", "");
        if (ref.startsWith("//")) {
            return parse(base.getScheme() + ":" + ref);
        }
        if (SCHEME.matcher(ref).matches()) {
            return parse(ref);
        }
        String path = base.getRawPath();
        if (ref.isEmpty() || ref.startsWith("#")) {
            return parse(base.toString());
        }
        if (ref.startsWith("/") || ref.startsWith("\\")) {
            return parse(origin(base) + ref);
        }
        return parse(
                ref.startsWith("?")
                        ? origin(base) + path + ref
                        : origin(base) + path.substring(0, path.lastIndexOf('/') + 1) + ref);
    }

    /** Scheme, host and port: what one robots.txt speaks for. */
    public static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** What tells pages apart: the address without session ids and tracking parameters. */
    public static String identity(URI address) {
        String path = address.getRawPath().replaceAll("(?i);(jsessionid|phpsessid|sid)=[^/;]*", "");
        List<String> kept = new ArrayList<>();
        String query = address.getRawQuery();
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            String name = parameter.replaceAll("=.*", "").toLowerCase(Locale.ROOT);
            boolean aside = name.isEmpty()
                    || name.startsWith("utm_")
                    || TRACKING.contains(name)
                    || SESSION.matcher(parameter).matches();
            if (!aside) {
                kept.add(parameter);
            }
        }
        return origin(address) + path + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    }

    private static Optional<String> host(String written) {
        if (written.startsWith("[")) {
            return Optional.of(written.toLowerCase(Locale.ROOT));
        }
        try {
            String host = IDN.toASCII(written.replaceAll("\\.$", ""), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
            return host.isEmpty() || host.length() > 253 ? Optional.empty() : Optional.of(host);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> port(String scheme, String digits) {
        if (digits.isEmpty()) {
            return Optional.of("");
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        return Optional.of(port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port);
    }

    private static String encode(String text, String kept) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '%' && isHex(text, i + 1) && isHex(text, i + 2)) {
                out.append(text.substring(i, i + 3).toUpperCase(Locale.ROOT));
                i += 3;
                continue;
            }
            if (c < 128 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128;
    }

    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                kept.pollLast();
            } else if (!segments[i].equals(".")) {
                kept.addLast(segments[i]);
                continue;
            }
            if (last) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
