package org.touchstone.review;

import java.util.ArrayList;
import java.util.List;

/**
 * Which cases are asked for.
 *
 * @param state whether they are decided
 * @param outlook key of an outlook; empty for all
 * @param verdict key of a verdict in force; empty for all
 * @param query words of the title, the listing's id, the mark or the brand; empty for all
 */
public record CaseFilter(State state, String outlook, String verdict, String query) {
    /** Whether a case is decided. */
    public enum State {
        UNDECIDED,
        DECIDED,
        ALL
    }

    public static final CaseFilter EVERYTHING = new CaseFilter(State.ALL, "", "", "");

    private static final int WORDS = 8;

    /** The condition in SQL, over {@code v}, the view of cases; parameters stand as question marks. */
    String condition() {
        StringBuilder sql = new StringBuilder("1 = 1");
        switch (state) {
            case UNDECIDED -> sql.append(" AND v.verdict IS NULL");
            case DECIDED -> sql.append(" AND v.verdict IS NOT NULL");
            case ALL -> {}
        }
        if (!outlook.isEmpty()) {
            sql.append(" AND v.outlook = ?");
        }
        if (!verdict.isEmpty()) {
            sql.append(" AND v.verdict = ?");
        }
        for (String ignored : words()) {
            sql.append(" AND instr(lower(v.title || ' ' || v.listing || ' ' || v.mark || ' ' || v.brand), ?) > 0");
        }
        return sql.toString();
    }

    List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        if (!outlook.isEmpty()) {
            parameters.add(outlook);
        }
        if (!verdict.isEmpty()) {
            parameters.add(verdict);
        }
        parameters.addAll(words());
        return parameters;
    }

    /** SQLite's lower knows ASCII alone, so the words are lowered in the same way. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : query.strip().split("\\s+")) {
            if (!word.isEmpty() && words.size() < WORDS) {
                StringBuilder lower = new StringBuilder(word);
                for (int i = 0; i < lower.length(); i++) {
                    char c = lower.charAt(i);
                    lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
                }
                words.add(lower.toString());
            }
        }
        return words;
    }
}
