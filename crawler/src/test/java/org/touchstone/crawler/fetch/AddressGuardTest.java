package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static void check(boolean privateNetworks, String url, String... addresses) throws FetchException {
        new AddressGuard(privateNetworks, host -> {
                    InetAddress[] found = new InetAddress[addresses.length];
                    for (int i = 0; i < found.length; i++) {
                        found[i] = InetAddress.getByName(addresses[i]);
                    }
                    return found;
                })
                .resolve(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001::1",
                "127.1",
                "2130706433",
                "0.1.2.3",
                "240.0.0.1",
                "::ffff:169.254.169.254",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "2002:7f00:1::",
                "fec0::1",
                "100::1",
                "3fff::1",
                "168.63.129.16",
                "100.100.100.200"
            })
    void checkRefuses(String address) {
        assertThatThrownBy(() -> check(false, "http://shop.example/", address)).isInstanceOf(FetchException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void checkPasses(String address) {
        assertThatCode(() -> check(false, "https://shop.example/", address)).doesNotThrowAnyException();
    }

    @Test
    void checkOfSeveralAddressesNeedsAll() {
        assertThatThrownBy(() -> check(false, "http://shop.example/", "93.184.215.14", "10.0.0.1"))
                .hasMessageContaining("10.0.0.1")
                .hasMessageContaining("privateNetworks");
    }

    @Test
    void checkOfPorts() {
        assertThatThrownBy(() -> check(true, "http://shop.example:25/", "93.184.215.14"))
                .hasMessageContaining("port 25");
        assertThatCode(() -> check(true, "http://shop.example:8080/", "127.0.0.1"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "fe80::1",
                "224.0.0.1",
                "255.255.255.255",
                "fd00:ec2::254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::",
                "100.100.100.200"
            })
    void checkRefusesEvenWithPermission(String address) {
        assertThatThrownBy(() -> check(true, "http://shop.example/", address)).isInstanceOf(FetchException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://metadata.google.internal/",
                "http://METADATA.google.internal./x",
                "http://instance-data/latest",
                "ftp://shop.example/",
                "file:///etc/passwd",
                "jar:http://shop.example/a.jar!/"
            })
    void checkOfNames(String url) {
        assertThatThrownBy(() -> check(true, url, "93.184.215.14")).isInstanceOf(FetchException.class);
    }

    @Test
    void checkOfUnknownHost() {
        AddressGuard guard = new AddressGuard(false, host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> guard.resolve(URI.create("http://nowhere.example/")))
                .hasMessageContaining("not known");
    }
}
