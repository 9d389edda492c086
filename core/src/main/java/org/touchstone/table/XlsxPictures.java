package org.touchstone.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What floats over the cells of a sheet: pictures anchored to rows, pictures that WPS puts into cells, and links. */
final class XlsxPictures {
    private static final int MOST = 200_000;

    /** Paths of parts by row and column. */
    private final Map<Long, TreeMap<Integer, List<String>>> rows = new HashMap<>();

    private final Map<String, String> cells = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private int count;

    XlsxPictures(XlsxBook book, XlsxBook.Sheet sheet) throws IOException {
        Map<String, XlsxBook.Relation> relations = book.relations(sheet.part());
        for (XlsxBook.Relation relation : relations.values()) {
            if (relation.type().equals("drawing") && book.has(relation.target())) {
                readDrawing(book, relation.target());
            }
        }
        if (relations.values().stream().anyMatch(relation -> relation.type().equals("hyperlink"))) {
            readLinks(book, sheet, relations);
        }
        if (!book.cellPictures().isEmpty() && book.has(book.cellPictures())) {
            readCells(book, book.cellPictures());
        }
    }

    private void readDrawing(XlsxBook book, String part) throws IOException {
        Map<String, XlsxBook.Relation> relations = book.relations(part);
        try (XlsxXml xml = book.xml(part)) {
            boolean from = false;
            long row = -1;
            int column = 0;
            while (xml.nextElement() && count < MOST) {
                if (xml.is("from")) {
                    from = true;
                } else if (xml.is("to")) {
                    from = false;
                } else if (from && xml.is("row")) {
                    row = number(xml.text(""));
                    from = false;
                } else if (from && xml.is("col")) {
                    column = (int) number(xml.text(""));
                } else if (xml.is("blip")) {
                    XlsxBook.Relation relation = relations.get(xml.reference("embed"));
                    if (relation != null && row >= 0) {
                        rows.computeIfAbsent(row + 1, any -> new TreeMap<>())
                                .computeIfAbsent(column, any -> new ArrayList<>())
                                .add(relation.target());
                        count++;
                    }
                }
            }
        }
    }

    private void readCells(XlsxBook book, String part) throws IOException {
        Map<String, XlsxBook.Relation> relations = book.relations(part);
        try (XlsxXml xml = book.xml(part)) {
            String key = "";
            while (xml.nextElement() && cells.size() < MOST) {
                if (xml.is("cNvPr")) {
                    key = xml.attribute("name");
                } else if (xml.is("blip")) {
                    XlsxBook.Relation relation = relations.get(xml.reference("embed"));
                    if (relation != null) {
                        cells.put(key, relation.target());
                    }
                }
            }
        }
    }

    private void readLinks(XlsxBook book, XlsxBook.Sheet sheet, Map<String, XlsxBook.Relation> relations)
            throws IOException {
        try (XlsxXml xml = book.xml(sheet.part())) {
            while (xml.nextElement() && links.size() < MOST) {
                if (xml.is("hyperlink")) {
                    XlsxBook.Relation relation = relations.get(xml.reference("id"));
                    if (relation != null) {
                        links.put(xml.attribute("ref"), relation.target());
                    }
                }
            }
        }
    }

    private static long number(String text) {
        return text.strip().matches("\\d{1,7}") ? Long.parseLong(text.strip()) : -1;
    }

    /** Pictures whose upper left corner lies in a row, from the left. */
    List<String> ofRow(long row) {
        List<String> parts = new ArrayList<>();
        rows.getOrDefault(row, new TreeMap<>()).values().forEach(parts::addAll);
        return parts;
    }

    /** The picture of a key; none when there is none. */
    List<String> ofCell(String key) {
        String part = cells.get(key);
        return part == null ? List.of() : List.of(part);
    }

    /** The address that a cell leads to; empty when to none. */
    String link(int column, long row) {
        return links.isEmpty() ? "" : links.getOrDefault(Grid.letters(column) + row, "");
    }
}
