package org.touchstone.register;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Classes of the Nice classification as the offices write them: {@code 9}, {@code 09}, {@code 009}. */
final class NiceNumbers {
    static final int LAST = 45;

    private NiceNumbers() {}

    /** A class; 0, with a note, when it is none. */
    static int read(String text, String field, Notes notes) {
        String number = text.strip();
        if (number.matches("0{0,2}\\d{1,2}")) {
            int read = Integer.parseInt(number);
            if (read >= 1 && read <= LAST) {
                return read;
            }
        }
        if (!number.isEmpty()) {
            notes.add(
                    field, "expected a class from 1 to 45, found '" + Notes.shortened(number) + "'; left out", number);
        }
        return 0;
    }

    /** Classes, each once, in their order; what is none is noted and left out. */
    static List<Integer> read(Collection<String> texts, String field, Notes notes) {
        Set<Integer> classes = new LinkedHashSet<>();
        for (String text : texts) {
            int read = read(text, field, notes);
            if (read > 0) {
                classes.add(read);
            }
        }
        return List.copyOf(classes);
    }
}
