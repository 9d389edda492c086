package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** The truth format: {@code listing,mark,label} and an optional {@code kind}. */
final class TruthFormat implements RecordFormat<Truth> {
    @Override
    public Truth read(Fields fields) throws FieldException {
        return new Truth(
                fields.required("listing"),
                fields.required("mark"),
                fields.choice("label", Truth.Label.class, Truth.Label.UNKNOWN),
                fields.text("kind"));
    }

    @Override
    public ObjectNode write(Truth truth) {
        ObjectNode node = Json.object();
        node.put("listing", truth.listing());
        node.put("mark", truth.mark());
        node.put(
                "label",
                truth.label() == Truth.Label.UNKNOWN ? "" : truth.label().name().toLowerCase(Locale.ROOT));
        if (!truth.kind().isEmpty()) {
            node.put("kind", truth.kind());
        }
        return node;
    }

    @Override
    public Set<String> lists() {
        return Set.of();
    }

    @Override
    public Set<Set<String>> needs() {
        return Set.of(Set.of("listing"), Set.of("mark"));
    }
}
