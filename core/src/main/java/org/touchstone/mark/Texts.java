package org.touchstone.mark;

import java.util.ArrayList;
import java.util.List;

/** Texts of a register as they are kept: without blanks around them, and none that is blank. */
final class Texts {
    private Texts() {}

    static List<String> kept(List<String> texts) {
        List<String> kept = new ArrayList<>(texts.size());
        for (String text : texts) {
            String bare = text.strip();
            if (!bare.isEmpty()) {
                kept.add(bare);
            }
        }
        return List.copyOf(kept);
    }
}
