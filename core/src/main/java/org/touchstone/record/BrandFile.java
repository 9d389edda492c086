package org.touchstone.record;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.touchstone.mark.BrandPolicy;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads a brands file: YAML, a list of policies under {@code brands}. A policy that cannot be read is rejected by name,
 * and so is a reference image that is not within the file's folder; the rest of its policy stands.
 */
public final class BrandFile {
    private static final int MAX_BYTES = 16 << 20;

    private BrandFile() {}

    /**
     * @throws IOException when the file as a whole cannot be read; the message says why
     */
    public static List<BrandPolicy> read(Path file, Consumer<Rejection> rejections) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(
                    file + ": expected at most " + MAX_BYTES + " bytes of YAML, found " + Files.size(file));
        }
        JsonNode root;
        try {
            root = mapper().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new IOException(file + ": expected YAML: " + e.getOriginalMessage(), e);
        }
        if (root == null || !root.path("brands").isArray()) {
            throw new IOException(file + ": expected a list under 'brands', found none");
        }
        List<BrandPolicy> policies = new ArrayList<>();
        for (JsonNode node : root.path("brands")) {
            try {
                if (!(node instanceof ObjectNode object)) {
                    throw new FieldException("brands", "expected a policy with a key, found '" + node + "'");
                }
                Fields fields = new Fields(object);
                policies.add(policy(fields, images(file, fields, rejections)));
            } catch (FieldException e) {
                rejections.accept(new Rejection(file.toString(), 0, e.field(), e.reason(), node.toString()));
            }
        }
        return policies;
    }

    private static List<BrandPolicy.ReferenceImage> images(Path file, Fields fields, Consumer<Rejection> rejections)
            throws FieldException {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
        List<BrandPolicy.ReferenceImage> images = new ArrayList<>();
        for (String name : fields.texts("referenceImages")) {
            try {
                images.add(new BrandPolicy.ReferenceImage(name, SafePath.within(folder, "referenceImages", name)));
            } catch (FieldException e) {
                rejections.accept(new Rejection(file.toString(), 0, e.field(), e.reason(), fields.text("key")));
            }
        }
        return images;
    }

    private static BrandPolicy policy(Fields fields, List<BrandPolicy.ReferenceImage> images) throws FieldException {
        List<BrandPolicy.AuthorisedSeller> sellers = new ArrayList<>();
        for (Fields seller : fields.objects("authorisedSellers")) {
            String marketplace = seller.text("marketplace");
            for (String by : List.of("name", "id", "shop")) {
                if (!seller.text(by).isBlank()) {
                    sellers.add(new BrandPolicy.AuthorisedSeller(
                            seller.text(by).strip(), marketplace, seller.day("from"), seller.day("to")));
                }
            }
        }
        return new BrandPolicy(
                fields.required("key"),
                fields.texts("names"),
                fields.texts("nicknames"),
                sellers,
                fields.texts("officialShops"),
                images);
    }

    private static ObjectMapper mapper() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(20);
        limits.setNestingDepthLimit(20);
        limits.setCodePointLimit(MAX_BYTES);
        return new ObjectMapper(YAMLFactory.builder().loaderOptions(limits).build());
    }
}
