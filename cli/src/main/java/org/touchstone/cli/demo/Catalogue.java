package org.touchstone.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.FieldException;
import org.touchstone.record.Fields;
import org.touchstone.record.Json;

/** What the shop sells, and the material about its brands, as shipped with the program. */
final class Catalogue {
    private static final List<String> LOGOS = List.of(
            "auroris", "kestrel-pine", "nuvimo", "shanyin", "volterno", "pellune", "tarnwick", "morokite", "mojiaolu");

    private Catalogue() {}

    static List<Offer> offers() throws IOException {
        List<Offer> offers = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open("offers.jsonl"), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                offers.add(Offer.read(new Fields((ObjectNode) Json.mapper().readTree(line))));
            }
        } catch (FieldException e) {
            throw new IOException("offers.jsonl of the demo: " + e.field() + ": " + e.reason(), e);
        }
        return offers;
    }

    static int brands() {
        return LOGOS.size();
    }

    /** A logo as SVG. */
    static byte[] logo(String name) throws IOException {
        return read("logos/" + name + ".svg");
    }

    /** Writes {@code marks.csv} with its logos, and {@code brands.yaml}. */
    static void writeTo(Path folder) throws IOException {
        for (String file : List.of("marks.csv", "brands.yaml")) {
            AtomicFile.write(folder.resolve(file), read(file));
        }
        for (String logo : LOGOS) {
            for (String name : List.of(logo, logo + "-emblem")) {
                AtomicFile.write(folder.resolve("logos/" + name + ".svg"), logo(name));
            }
        }
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Catalogue.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the demo's " + name + " is not in the program; build it again");
        }
        return in;
    }
}
