package org.touchstone.register;

import java.util.Optional;

/** Which dialect a file in XML is written in, told by its outermost element. */
final class Dialects {
    private Dialects() {}

    /** Empty when no dialect has such an element. */
    static Optional<Dialect> of(XmlHead head) {
        return switch (head.localRoot()) {
            case "trademark-applications-daily" -> Optional.of(new Tdxf());
            case "Transaction" -> Optional.of(isSt96(head) ? new St96() : new St66(head));
            case "HitList" -> Optional.of(new DpmaHits());
            case "response" -> Kipris.of(head);
            case "TrademarkTransaction", "TrademarkApplication", "TrademarkBag", "Trademark", "ApiResponse" ->
                Optional.of(new St96());
            case "ROMARIN", "MARKGR" -> Optional.of(new Madrid(head.tag()));
            default -> isSt96(head) ? Optional.of(new St96()) : Optional.empty();
        };
    }

    /** The drafts of ST.96 have ST.66's name for the outermost element, but namespaces of their own. */
    private static boolean isSt96(XmlHead head) {
        return head.tag().contains("/ST96/") || head.tag().contains("/XMLSchema/Trademark/");
    }
}
