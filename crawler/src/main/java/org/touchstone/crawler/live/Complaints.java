package org.touchstone.crawler.live;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.touchstone.record.Rejection;

/** Says each reason once: what is wrong with one segment is mostly wrong with all. Thread-safe. */
final class Complaints {
    /** Reasons that a room may have, lest a hostile one fills the disk with them. */
    private static final int MOST = 200;

    private final Consumer<Rejection> to;
    private final Set<String> said = new HashSet<>();

    Complaints(Consumer<Rejection> to) {
        this.to = to;
    }

    void say(URI address, String reason) {
        synchronized (said) {
            if (said.size() == MOST || !said.add(reason)) {
                return;
            }
        }
        to.accept(new Rejection(address.toString(), 0, "live", reason, ""));
    }
}
