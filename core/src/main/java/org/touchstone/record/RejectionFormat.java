package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The format of {@code rejected.jsonl}: where a record stood, what was wrong, and how it began. */
final class RejectionFormat implements RecordFormat<Rejection> {
    @Override
    public Rejection read(Fields fields) throws FieldException {
        return new Rejection(
                fields.required("source"),
                fields.count("line", 0),
                fields.text("field"),
                fields.text("reason"),
                fields.text("excerpt"));
    }

    @Override
    public ObjectNode write(Rejection rejection) {
        ObjectNode node = Json.object();
        node.put("source", rejection.source());
        node.put("line", rejection.line());
        node.put("field", rejection.field());
        node.put("reason", rejection.reason());
        node.put("excerpt", rejection.excerpt());
        return node;
    }

    @Override
    public Set<String> lists() {
        return Set.of();
    }

    @Override
    public Set<Set<String>> needs() {
        return Set.of(Set.of("source"));
    }
}
