package org.touchstone.crawler.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Set;

/**
 * What kind of network an address lies in, after IANA's registries of special-purpose addresses (RFC 6890 and later). An IPv6
 * address that stands for an IPv4 one is of that one's kind: mapped and compatible ones, NAT64 (RFC 6052), 6to4 (RFC 3056).
 */
enum NetworkKind {
    /** Anybody's. */
    PUBLIC,
    /** One's own: loopback, private, shared (100.64.0.0/10), documentation and benchmarks. */
    PRIVATE,
    /** Nobody's for a crawler: link-local, multicast, unspecified, reserved, and where clouds keep their metadata. */
    FORBIDDEN;

    /** Metadata services outside link-local: Alibaba, Oracle, Azure. */
    private static final Set<Integer> METADATA =
            Set.of(v4(100, 100, 100, 200), v4(192, 0, 0, 192), v4(168, 63, 129, 16));

    static NetworkKind of(InetAddress address) {
        byte[] b = address.getAddress();
        return address instanceof Inet6Address ? of6(b) : of4(b, 0);
    }

    private static int v4(int a, int b, int c, int d) {
        return a << 24 | b << 16 | c << 8 | d;
    }

    private static NetworkKind of4(byte[] bytes, int from) {
        int a = bytes[from] & 0xff;
        int b = bytes[from + 1] & 0xff;
        int c = bytes[from + 2] & 0xff;
        if (METADATA.contains(v4(a, b, c, bytes[from + 3] & 0xff))) {
            return FORBIDDEN;
        }
        return switch (a) {
            case 0 -> FORBIDDEN;
            case 10, 127 -> PRIVATE;
            case 100 -> b >= 64 && b < 128 ? PRIVATE : PUBLIC;
            case 169 -> b == 254 ? FORBIDDEN : PUBLIC;
            case 172 -> b >= 16 && b < 32 ? PRIVATE : PUBLIC;
            case 192 -> b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99) ? PRIVATE : PUBLIC;
            case 198 -> b == 18 || b == 19 || (b == 51 && c == 100) ? PRIVATE : PUBLIC;
            case 203 -> b == 0 && c == 113 ? PRIVATE : PUBLIC;
            default -> a < 224 ? PUBLIC : FORBIDDEN;
        };
    }

    private static NetworkKind of6(byte[] b) {
        int first = word(b, 0);
        int second = word(b, 1);
        if (isZero(b, 0, 12)) {
            boolean loopback = isZero(b, 12, 15) && b[15] == 1;
            return loopback ? PRIVATE : of4(b, 12);
        }
        if (isZero(b, 0, 10) && word(b, 5) == 0xffff) {
            return of4(b, 12);
        }
        if (first == 0x0064 && second == 0xff9b) {
            // 64:ff9b::/96 is everybody's, 64:ff9b:1::/48 (RFC 8215) is one's own and may translate to anything.
            return isZero(b, 4, 12) ? of4(b, 12) : FORBIDDEN;
        }
        if (first == 0x2002) {
            return of4(b, 2);
        }
        if ((first & 0xfe00) == 0xfc00) {
            boolean metadata = first == 0xfd00 && second == 0x0ec2;
            return metadata ? FORBIDDEN : PRIVATE;
        }
        if (first == 0x2001 && second == 0x0db8 || first == 0x3fff && second < 0x1000) {
            return PRIVATE;
        }
        boolean protocols = first == 0x2001 && second < 0x0200;
        return (first & 0xe000) == 0x2000 && !protocols ? PUBLIC : FORBIDDEN;
    }

    private static int word(byte[] b, int index) {
        return (b[2 * index] & 0xff) << 8 | (b[2 * index + 1] & 0xff);
    }

    private static boolean isZero(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
