package org.touchstone.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Rejection;

/**
 * The parts of an XLSX file (ECMA-376): a ZIP of XML. Written for what is needed here and against what may be sent here; libraries
 * that read XLSX in a stream do not limit the columns, texts and formulas that a file claims to have. Not thread-safe.
 */
public final class XlsxBook implements Closeable {
    /** Parts that a file may have; a picture is a part. */
    private static final int MAX_PARTS = 200_000;

    private static final int MAX_SHEETS = 1000;

    /**
     * A sheet.
     *
     * @param part path of its XML within the file
     */
    public record Sheet(String name, String part) {}

    /**
     * What a part refers to.
     *
     * @param type the last word of its type, such as {@code drawing}
     * @param target path of a part, or an address
     */
    record Relation(String type, String target) {}

    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private @Nullable XlsxTexts texts;
    private boolean from1904;
    private String strings = "";
    private String styles = "";
    private String cellPictures = "";

    /**
     * Opens a file.
     *
     * @throws TableException when it is no XLSX file
     */
    public XlsxBook(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new TableException("expected an XLSX file, found a broken ZIP: " + e.getMessage());
        }
        try {
            open();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void open() throws IOException {
        if (zip.size() > MAX_PARTS) {
            throw new TableException("expected at most " + MAX_PARTS + " parts in an XLSX file, found " + zip.size());
        }
        String workbook = relations("").values().stream()
                .filter(relation -> relation.type.equals("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (zip.getEntry(workbook) == null) {
            throw new TableException("expected an XLSX file, found a ZIP without a workbook");
        }
        Map<String, Relation> relations = relations(workbook);
        for (Relation relation : relations.values()) {
            switch (relation.type) {
                case "sharedStrings" -> strings = relation.target;
                case "styles" -> styles = relation.target;
                case "cellImage" -> cellPictures = relation.target;
                default -> {
                    // not needed
                }
            }
        }
        try (XlsxXml xml = xml(workbook)) {
            while (xml.nextElement()) {
                if (xml.is("workbookPr")) {
                    from1904 = List.of("1", "true").contains(xml.attribute("date1904"));
                } else if (xml.is("sheet") && sheets.size() < MAX_SHEETS) {
                    Relation relation = relations.get(xml.reference("id"));
                    if (relation != null && relation.type.equals("worksheet")) {
                        sheets.add(new Sheet(xml.attribute("name"), relation.target));
                    }
                }
            }
        }
    }

    public List<Sheet> sheets() {
        return sheets;
    }

    /**
     * Opens a sheet. The texts that all sheets share are read with the first one and held.
     *
     * @param source the sheet's name in rejections
     */
    public Grid grid(Sheet sheet, String source, Consumer<Rejection> rejections) throws IOException {
        XlsxTexts shared = texts;
        if (shared == null) {
            shared = new XlsxTexts(this);
            texts = shared;
        }
        return new XlsxGrid(this, sheet, shared, new XlsxPictures(this, sheet), source, rejections);
    }

    /** Whether days are counted from 1904, as on old Macs. */
    boolean isFrom1904() {
        return from1904;
    }

    /** Path of the part with the texts that cells share; empty when there is none. */
    String strings() {
        return strings;
    }

    String styles() {
        return styles;
    }

    /** Path of the part with the pictures that WPS puts into cells; empty when there is none. */
    String cellPictures() {
        return cellPictures;
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** What a part refers to, by key; the empty part is the file as a whole. */
    Map<String, Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String file = folder + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        if (!has(file)) {
            return relations;
        }
        try (XlsxXml xml = xml(file)) {
            while (xml.nextElement() && relations.size() < MAX_PARTS) {
                if (xml.is("Relationship")) {
                    String type = xml.attribute("Type");
                    String target = xml.attribute("Target");
                    boolean outside = xml.attribute("TargetMode").equalsIgnoreCase("External");
                    relations.put(
                            xml.attribute("Id"),
                            new Relation(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    outside ? target : path(folder, target)));
                }
            }
        }
        return relations;
    }

    /** A path within the file, from the folder of the part that names it. */
    private static String path(String folder, String target) {
        List<String> names = new ArrayList<>();
        for (String name : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.removeLast();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    /** Opens a part that must be there. */
    XlsxXml xml(String part) throws IOException {
        return new XlsxXml(stream(part), part);
    }

    private InputStream stream(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new TableException("expected the part " + part + " in an XLSX file, found none");
        }
        try {
            return new PartStream(zip.getInputStream(entry), part, entry.getCompressedSize());
        } catch (ZipException e) {
            throw new TableException("expected a part that can be unpacked, found " + part + ": " + e.getMessage());
        }
    }

    /** A part as bytes; null when it is longer than that, or not there. */
    public byte @Nullable [] bytes(String part, int most) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? null : bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
