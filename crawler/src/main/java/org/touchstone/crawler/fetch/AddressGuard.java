package org.touchstone.crawler.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Keeps requests away from networks that a page has no business to reach. A host passes only when all addresses that DNS
 * gives for it pass. Thread-safe.
 */
final class AddressGuard {
    /** How names become addresses; {@link InetAddress#getAllByName} but in tests. */
    interface Resolver {
        /** The machine's own. */
        Resolver SYSTEM = InetAddress::getAllByName;

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static final Set<Integer> WEB_PORTS = Set.of(-1, 80, 443);

    private final boolean privateNetworks;
    private final Resolver resolver;

    /** @param privateNetworks whether loopback and private networks may be reached; link-local ones never are */
    AddressGuard(boolean privateNetworks, Resolver resolver) {
        this.privateNetworks = privateNetworks;
        this.resolver = resolver;
    }

    /** @throws FetchException when the address may not be reached, or its host is not known */
    void check(URI address) throws FetchException {
        String host = address.getHost();
        if (!WEB_PORTS.contains(address.getPort()) && address.getPort() < 1024) {
            throw refused("port " + address.getPort() + " of " + host + " is no port of the web");
        }
        InetAddress[] found;
        try {
            found = resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new FetchException(FetchFailure.NETWORK, "the host " + host + " is not known");
        }
        for (InetAddress one : found) {
            if (never(one)) {
                throw refused(host + " is " + one.getHostAddress() + ", a link-local or reserved address");
            }
            if (!privateNetworks && !isPublic(one)) {
                throw refused(host + " is " + one.getHostAddress()
                        + ", not a public address; for a test site of your own say privateNetworks: true");
            }
        }
    }

    private static FetchException refused(String why) {
        return new FetchException(FetchFailure.ADDRESS, why);
    }

    /** Link-local holds the metadata services of clouds, so that no plan opens it. */
    private static boolean never(InetAddress address) {
        return address.isAnyLocalAddress() || address.isMulticastAddress() || address.isLinkLocalAddress();
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress() || address.isSiteLocalAddress() || never(address)) {
            return false;
        }
        byte[] b = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(b) : isPublic4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff);
    }

    private static boolean isPublic4(int a, int b, int c) {
        return switch (a) {
            case 0, 10, 127 -> false;
            case 100 -> b < 64 || b > 127;
            case 169 -> b != 254;
            case 172 -> b < 16 || b > 31;
            case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
            case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
            case 203 -> !(b == 0 && c == 113);
            default -> a < 224;
        };
    }

    /** Only 2000::/3 is given out; what embeds an IPv4 address is judged by that address. */
    private static boolean isPublic6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | (b[1] & 0xff);
        int second = (b[2] & 0xff) << 8 | (b[3] & 0xff);
        if (first == 0x2002) {
            return isPublic4(b[2] & 0xff, b[3] & 0xff, b[4] & 0xff);
        }
        if (first == 0x0064 && second == 0xff9b) {
            return isPublic4(b[12] & 0xff, b[13] & 0xff, b[14] & 0xff);
        }
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        return (first & 0xe000) == 0x2000 && !special;
    }
}
