package org.touchstone.models;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.touchstone.image.ImageEncoder;

/** Run by {@link OfflineTest} in a JVM of its own: encodes an image, and tells of every address that anything asks for. */
final class OfflineProbe {
    private OfflineProbe() {}

    public static void main(String[] arguments) throws Exception {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                System.out.println("asked for " + uri);
                throw new IllegalStateException("offline");
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
        try (ImageEncoder encoder = ModelStore.bundled().loadEncoder().orElseThrow()) {
            float[] vector = encoder.encode(List.of(new BufferedImage(9, 9, BufferedImage.TYPE_3BYTE_BGR)))[0];
            System.out.println("vector of " + vector.length);
        }
    }
}
