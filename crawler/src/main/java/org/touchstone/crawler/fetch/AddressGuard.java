package org.touchstone.crawler.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps requests away from networks that a page has no business to reach. A host passes only when all addresses that DNS
 * gives for it pass, and {@link Transport} connects to none but those that passed here, for the same request: see there.
 * Thread-safe.
 */
final class AddressGuard {
    private static final Set<Integer> WEB_PORTS = Set.of(-1, 80, 443);
    /** Names under which clouds answer with credentials, whatever address they have. */
    private static final Set<String> METADATA = Set.of(
            "metadata",
            "metadata.google.internal",
            "metadata.goog",
            "metadata.azure.internal",
            "metadata.tencentyun.com",
            "instance-data",
            "instance-data.ec2.internal");

    private final boolean privateNetworks;
    private final Network.Resolver resolver;

    /** @param privateNetworks whether loopback and private networks may be reached; link-local ones never are */
    AddressGuard(boolean privateNetworks, Network.Resolver resolver) {
        this.privateNetworks = privateNetworks;
        this.resolver = resolver;
    }

    /**
     * The addresses of the host, one at least, each of which may be connected to. Asks DNS each time.
     *
     * @throws FetchException when the address may not be reached, or its host is not known
     */
    List<InetAddress> resolve(URI address) throws FetchException {
        String host = checkName(address);
        InetAddress[] found;
        try {
            found = resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new FetchException(FetchFailure.NETWORK, "the host " + host + " is not known");
        }
        for (InetAddress one : found) {
            NetworkKind kind = NetworkKind.of(one);
            if (kind == NetworkKind.FORBIDDEN) {
                throw refused(host + " is " + one.getHostAddress() + ", a link-local or reserved address");
            }
            if (kind == NetworkKind.PRIVATE && !privateNetworks) {
                String at = host.equals(one.getHostAddress()) ? host : host + " (" + one.getHostAddress() + ")";
                throw refused(at + " is not a public address; for a test site of your own say --private-networks,"
                        + " or privateNetworks: true in the plan");
            }
        }
        if (found.length == 0) {
            throw new FetchException(FetchFailure.NETWORK, "the host " + host + " has no address");
        }
        return List.of(found);
    }

    private static String checkName(URI address) throws FetchException {
        String scheme = String.valueOf(address.getScheme());
        String host = address.getHost();
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw refused("expected an address with http or https and a host, found " + address);
        }
        if (!WEB_PORTS.contains(address.getPort()) && address.getPort() < 1024) {
            throw refused("port " + address.getPort() + " of " + host + " is no port of the web");
        }
        if (METADATA.contains(host.toLowerCase(Locale.ROOT).replaceAll("\\.$", ""))) {
            throw refused(host + " is a cloud's metadata service");
        }
        return host;
    }

    private static FetchException refused(String why) {
        return new FetchException(FetchFailure.ADDRESS, why);
    }
}
