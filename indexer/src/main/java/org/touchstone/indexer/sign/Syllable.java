package org.touchstone.indexer.sign;

/**
 * A Mandarin syllable without its tone, as it stands in keys, with hashes made once.
 *
 * @param letters in base letters of the skeleton, so that a Latin word can be looked up among them
 * @param hash of the letters, from {@link KeyHash}
 * @param heard as speakers of the south and of Cantonese may hear it: retroflex initials made plain, n, l and r one, f and h
 *     one, finals in ng and n one
 * @param heardHash of what is heard
 */
public record Syllable(String letters, long hash, String heard, long heardHash) {
    static Syllable of(String letters) {
        String heard = heard(letters);
        return new Syllable(letters, KeyHash.of(letters), heard, KeyHash.of(heard));
    }

    private static String heard(String letters) {
        boolean retroflex = letters.length() > 1 && letters.charAt(1) == 'h';
        String plain = retroflex ? letters.charAt(0) + letters.substring(2) : letters;
        plain = plain.endsWith("ng") ? plain.substring(0, plain.length() - 1) : plain;
        return switch (plain.charAt(0)) {
            case 'n', 'r' -> 'l' + plain.substring(1);
            case 'f' -> 'h' + plain.substring(1);
            default -> plain;
        };
    }
}
