package org.touchstone.indexer.sign;

import com.ibm.icu.text.Normalizer2;

/** The keys of a sign. */
public final class SignKeys {
    /** Changes whenever a sign would be given other keys. */
    public static final String VERSION = "1";

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private SignKeys() {}

    public static String folded(String form) {
        return FOLD.normalize(form).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
