package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;

/** The hits format. */
final class HitFormat implements RecordFormat<Hit> {
    @Override
    public Hit read(Fields fields) throws FieldException {
        List<Evidence> evidence = new ArrayList<>();
        for (Fields one : fields.objects("evidence")) {
            evidence.add(evidence(one));
        }
        Optional<Fields> versions = fields.object("versions");
        return new Hit(
                fields.count("rank", 0),
                fields.number("score", 0),
                fields.required("listing"),
                fields.required("mark"),
                fields.text("brand"),
                fields.choice("outlook", Outlook.class, Outlook.UNCLEAR),
                evidence,
                versions.isEmpty() ? new Versions("", "", "", "") : versions(versions.get()));
    }

    private static Versions versions(Fields fields) throws FieldException {
        return new Versions(
                fields.text("touchstone"), fields.text("index"), fields.text("model"), fields.text("calibration"));
    }

    private static Evidence evidence(Fields fields) throws FieldException {
        String kind = fields.required("kind");
        double weight = fields.number("weight", 0);
        String note = fields.text("note");
        if (!fields.text("field").isEmpty()) {
            return new Evidence.Word(
                    kind,
                    fields.text("field"),
                    fields.position("start"),
                    fields.position("end"),
                    fields.text("quote"),
                    fields.text("against"),
                    fields.number("similarity", 0),
                    fields.texts("how"),
                    weight,
                    note,
                    fields.text("image").isEmpty() ? null : new Evidence.Spot(fields.text("image"), box(fields)));
        }
        if (!fields.text("image").isEmpty()) {
            return new Evidence.Picture(
                    kind,
                    fields.text("image"),
                    box(fields),
                    fields.text("view"),
                    fields.number("similarity", 0),
                    fields.texts("how"),
                    weight,
                    note);
        }
        return new Evidence.Circumstance(kind, weight, note);
    }

    private static Box box(Fields fields) throws FieldException {
        List<Integer> sides = fields.integers("box", 0, Integer.MAX_VALUE);
        if (sides.size() != 4) {
            throw new FieldException("box", "expected x, y, width and height, found " + sides.size() + " numbers");
        }
        return new Box(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    }

    @Override
    public ObjectNode write(Hit hit) {
        ObjectNode node = Json.object();
        node.put("rank", hit.rank());
        node.put("score", Nodes.rounded(hit.score(), 6));
        node.put("listing", hit.listing());
        node.put("mark", hit.mark());
        Nodes.put(node, "brand", hit.brand());
        node.put("outlook", hit.outlook().key());
        ArrayNode evidence = node.putArray("evidence");
        hit.evidence().forEach(one -> evidence.add(write(one)));
        ObjectNode versions = node.putObject("versions");
        versions.put("touchstone", hit.versions().touchstone());
        versions.put("index", hit.versions().index());
        versions.put("model", hit.versions().model());
        versions.put("calibration", hit.versions().calibration());
        return node;
    }

    private static ObjectNode write(Evidence evidence) {
        ObjectNode node = Json.object();
        node.put("kind", evidence.kind());
        switch (evidence) {
            case Evidence.Word word -> {
                node.put("field", word.field());
                node.put("start", word.start());
                node.put("end", word.end());
                node.put("quote", word.quote());
                node.put("against", word.against());
                node.put("similarity", Nodes.rounded(word.similarity(), 3));
                Nodes.put(node, "how", word.how());
                if (word.spot() != null) {
                    node.put("image", word.spot().image());
                    put(node, word.spot().box());
                }
            }
            case Evidence.Picture picture -> {
                node.put("image", picture.image());
                put(node, picture.box());
                Nodes.put(node, "view", picture.view());
                node.put("similarity", Nodes.rounded(picture.similarity(), 3));
                Nodes.put(node, "how", picture.how());
            }
            case Evidence.Circumstance circumstance -> {}
        }
        node.put("weight", Nodes.rounded(evidence.weight(), 2));
        Nodes.put(node, "note", evidence.note());
        return node;
    }

    private static void put(ObjectNode node, Box box) {
        node.putArray("box").add(box.x()).add(box.y()).add(box.width()).add(box.height());
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
