package org.touchstone.register;

import java.util.Optional;

/** Which dialect a file in XML is written in, told by its outermost element. */
final class Dialects {
    private Dialects() {}

    /** Empty when no dialect has such an element. */
    static Optional<Dialect> of(XmlHead head) {
        return switch (head.localRoot()) {
            case "trademark-applications-daily" -> Optional.of(new Tdxf());
            case "Transaction" -> Optional.of(new St66(head));
            case "HitList" -> Optional.of(new DpmaHits());
            case "response" -> Kipris.of(head);
            default -> Optional.empty();
        };
    }
}
