package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;

/** The marks format. */
final class RegistrationFormat implements RecordFormat<Registration> {
    @Override
    public Registration read(Fields fields) throws FieldException {
        String office = fields.text("office").strip();
        String number = fields.text("number").strip();
        String id = fields.text("id").strip();
        if (id.isEmpty()) {
            if (office.isEmpty() || number.isEmpty()) {
                throw new FieldException("id", "expected an id, or an office and a number, found neither");
            }
            id = office + "-" + number;
        }
        String text = fields.text("text").strip();
        List<String> images = fields.texts("images");
        if (text.isEmpty() && images.isEmpty()) {
            throw new FieldException("text", "expected a text or images, found neither");
        }
        MarkFeature implied =
                images.isEmpty() ? MarkFeature.WORD : text.isEmpty() ? MarkFeature.FIGURATIVE : MarkFeature.COMBINED;
        Mark mark = new Mark(
                fields.choice("feature", MarkFeature.class, implied),
                text,
                fields.texts("transliterations"),
                fields.texts("translations"),
                fields.texts("aliases"),
                images,
                fields.texts("viennaCodes"));
        return new Registration(
                id,
                office,
                number,
                mark,
                fields.choice("kind", MarkKind.class, MarkKind.INDIVIDUAL),
                List.copyOf(new LinkedHashSet<>(fields.integers("niceClasses", 1, 45))),
                fields.texts("goods"),
                fields.text("holder"),
                fields.text("status").strip(),
                fields.day("filed"),
                fields.day("registered"),
                fields.day("expires"),
                fields.text("brand").strip(),
                fields.rest());
    }

    @Override
    public ObjectNode write(Registration registration) {
        Mark mark = registration.mark();
        ObjectNode node = Json.object();
        Nodes.put(node, "id", registration.id());
        Nodes.put(node, "office", registration.office());
        Nodes.put(node, "number", registration.number());
        Nodes.put(node, "feature", mark.feature().key());
        Nodes.put(node, "kind", registration.kind().key());
        Nodes.put(node, "text", mark.text());
        Nodes.put(node, "transliterations", mark.transliterations());
        Nodes.put(node, "translations", mark.translations());
        Nodes.put(node, "aliases", mark.aliases());
        Nodes.put(node, "images", mark.images());
        Nodes.put(node, "niceClasses", registration.niceClasses());
        Nodes.put(node, "goods", registration.goods());
        Nodes.put(node, "viennaCodes", mark.viennaCodes());
        Nodes.put(node, "holder", registration.holder());
        Nodes.put(node, "status", registration.status());
        Nodes.put(node, "filed", registration.filed());
        Nodes.put(node, "registered", registration.registered());
        Nodes.put(node, "expires", registration.expires());
        Nodes.put(node, "brand", registration.brand());
        Nodes.putAll(node, registration.other());
        return node;
    }

    @Override
    public Set<String> lists() {
        return Set.of("transliterations", "translations", "aliases", "images", "niceClasses", "goods", "viennaCodes");
    }

    @Override
    public Set<Set<String>> needs() {
        return Set.of(Set.of("text", "images"));
    }
}
