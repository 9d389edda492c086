package org.touchstone.review;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Lets in who may come in: on the loopback address, requests that name it (so that no other site's name can be bound to
 * it); on any address, those that know the token, where there is one; and forms that this server made.
 */
final class Guard {
    static final String TOKEN_COOKIE = "touchstone";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean loopback;
    private final String token;
    private final String formToken = random();

    /**
     * @param token empty for none
     * @throws IllegalArgumentException when the address is not loopback and there is no token
     */
    Guard(InetAddress address, String token) {
        loopback = address.isLoopbackAddress();
        this.token = token;
        if (!loopback && token.length() < 16) {
            throw new IllegalArgumentException("expected a token of at least 16 characters to listen on "
                    + address.getHostAddress() + ", found " + (token.isEmpty() ? "none" : "a shorter one")
                    + "; give --token, or listen on 127.0.0.1");
        }
    }

    static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a form of this server carries. */
    String formToken() {
        return formToken;
    }

    /** The token that lets a person in; empty when none is needed. */
    String token() {
        return token;
    }

    void checkHost(Request request) throws RefusedException {
        String host = request.header("Host").toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
        if (loopback && !LOOPBACK.contains(host)) {
            throw new RefusedException(421, "review.refused.host");
        }
    }

    boolean bringsToken(Request request) {
        return !token.isEmpty() && same(request.parameter("token"), token);
    }

    void checkToken(Request request) throws RefusedException {
        if (!token.isEmpty() && !same(request.cookie(TOKEN_COOKIE), token)) {
            throw new RefusedException(401, "review.refused.token");
        }
    }

    /** Refuses a form that another site's page sent. */
    void checkForm(Request request) throws RefusedException {
        String site = request.header("Sec-Fetch-Site");
        String origin = request.header("Origin");
        boolean foreign = !site.isEmpty() && !site.equals("same-origin") && !site.equals("none")
                || !origin.isEmpty()
                        && !origin.toLowerCase(Locale.ROOT)
                                .endsWith("://" + request.header("Host").toLowerCase(Locale.ROOT));
        if (foreign || !same(request.field("form"), formToken)) {
            throw new RefusedException(403, "review.refused.csrf");
        }
    }

    /** Equality in a time that does not tell where the difference is. */
    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
