package org.touchstone.matcher.text;

import java.util.List;

/**
 * How alike a Latin name and Mandarin syllables sound: both are put into phones, consonants by class and vowels by
 * colour, and aligned. Chinese has no two consonants together, so it adds vowels, and drops l, r and what ends a syllable.
 * Stateless.
 */
public final class EchoLikeness {
    /** Less alike than this is chance, even for a name that people know. */
    public static final double LEAST = 0.84;

    /** So alike must a name be that nobody knows. */
    static final double SURE = 0.97;

    private EchoLikeness() {}

    /**
     * Likeness from 0 to 1.
     *
     * @param syllables without tones
     * @param name folded letters
     */
    public static double of(List<String> syllables, String name) {
        String said = chinese(syllables);
        String meant = latin(name);
        return said.isEmpty() || meant.isEmpty() ? 0 : of(said, meant);
    }

    private static double of(String said, String meant) {
        int n = said.length();
        int m = meant.length();
        double[] row = new double[m + 1];
        for (int j = 1; j <= m; j++) {
            row[j] = row[j - 1] + dropped(meant, j - 1);
        }
        for (int i = 1; i <= n; i++) {
            double diagonal = row[0];
            row[0] += added(said, i - 1);
            for (int j = 1; j <= m; j++) {
                double changed = diagonal + changed(said.charAt(i - 1), meant.charAt(j - 1));
                diagonal = row[j];
                double lost = Math.min(row[j] + added(said, i - 1), row[j - 1] + dropped(meant, j - 1));
                row[j] = Math.min(changed, lost);
            }
        }
        return Math.max(0, 1 - row[m] / (0.5 * (n + m)) * 1.5);
    }

    private static boolean isVowel(char phone) {
        return switch (phone) {
            case 'A', 'E', 'I', 'O', 'U', 'a', 'e', 'i', 'o', 'u' -> true;
            default -> false;
        };
    }

    /** What it costs that a phone of the name is not said. */
    private static double dropped(String meant, int at) {
        char phone = meant.charAt(at);
        if (isVowel(phone)) {
            return at == 0 ? 0.6 : 0.4;
        }
        boolean ends = at + 1 == meant.length() || !isVowel(meant.charAt(at + 1));
        double cost = switch (phone) {
            case 'L' -> ends ? 0.25 : 0.8;
            case 'H' -> 0.15;
            default -> ends ? 0.6 : 1;
        };
        return at == 0 ? cost + 0.3 : cost;
    }

    /** What it costs that a phone is said which the name does not have; small letters are vowels that only fill. */
    private static double added(String said, int at) {
        char phone = said.charAt(at);
        if (isVowel(phone)) {
            return Character.isLowerCase(phone) ? 0.12 : 0.4;
        }
        return phone == 'N' ? 0.5 : phone == 'H' ? 0.6 : 1;
    }

    private static double changed(char said, char meant) {
        char a = Character.toUpperCase(said);
        if (a == meant) {
            return 0;
        }
        if (isVowel(a) && isVowel(meant)) {
            return "EI IE OU UO AE EA".contains("" + a + meant)
                    ? 0.2
                    : "AO OA EO IU UI".contains("" + a + meant) ? 0.35 : 0.5;
        }
        if (isVowel(a) || isVowel(meant)) {
            return 1.5;
        }
        return "NM MN HW WH HK".contains("" + a + meant) ? 0.5 : 1.3;
    }

    private static String chinese(List<String> syllables) {
        StringBuilder phones = new StringBuilder();
        for (String syllable : syllables) {
            if (syllable.equals("er")) {
                phones.append("aL");
                continue;
            }
            int at = 0;
            char first = syllable.charAt(0);
            char initial = consonant(first);
            if (initial != 0) {
                phones.append(initial);
                at = syllable.length() > 1 && syllable.charAt(1) == 'h' && "zcs".indexOf(first) >= 0 ? 2 : 1;
            } else if (first == 'y') {
                at = 1;
            }
            boolean nasal = syllable.endsWith("n") || syllable.endsWith("ng");
            String rime = syllable.substring(at).replaceAll("n?g?$", "");
            char vowel = colour(rime);
            boolean fills = !nasal
                    && (rime.equals("e") || rime.equals("u") || rime.equals("i") && "zcsjqx".indexOf(first) >= 0);
            phones.append(fills ? Character.toLowerCase(vowel) : vowel);
            if (nasal) {
                phones.append('N');
            }
        }
        return phones.toString();
    }

    private static char consonant(char letter) {
        return switch (letter) {
            case 'b', 'p' -> 'P';
            case 'd', 't' -> 'T';
            case 'g', 'k', 'q' -> letter == 'q' ? 'S' : 'K';
            case 'f', 'w' -> 'W';
            case 'z', 'c', 's', 'j', 'x' -> 'S';
            case 'm' -> 'M';
            case 'n' -> 'N';
            case 'l', 'r' -> 'L';
            case 'h' -> 'H';
            default -> 0;
        };
    }

    /** The colour of a rime or of a row of vowels. */
    private static char colour(String vowels) {
        return switch (vowels) {
            case "a", "ia", "ua", "aa" -> 'A';
            case "i", "y", "ii" -> 'I';
            case "u", "v", "ou", "oo", "iu", "ue", "eu" -> vowels.equals("ou") ? 'O' : 'U';
            case "o", "uo", "ao", "iao", "au", "oa", "oe", "ow", "eau", "aw" -> 'O';
            default -> vowels.startsWith("o") ? 'O' : vowels.startsWith("u") ? 'U' : 'E';
        };
    }

    private static String latin(String name) {
        StringBuilder phones = new StringBuilder();
        int n = name.length();
        for (int i = 0; i < n; ) {
            char c = name.charAt(i);
            char next = i + 1 < n ? name.charAt(i + 1) : 0;
            if (c < 'a' || c > 'z') {
                return "";
            }
            if (isVowel(c) || c == 'y') {
                int end = i + 1;
                while (end < n && (isVowel(name.charAt(end)) || name.charAt(end) == 'y')) {
                    end++;
                }
                boolean silent = end == n && end - i == 1 && c == 'e' && phones.length() > 2;
                if (!silent) {
                    phones.append(colour(name.substring(i, end)));
                }
                i = end;
                continue;
            }
            int step = c == next ? 2 : 1;
            boolean soft = i + step < n && "eiy".indexOf(name.charAt(i + step)) >= 0;
            switch (c) {
                case 'c' -> {
                    phones.append(next == 'h' || soft ? 'S' : 'K');
                    step = next == 'h' || next == 'k' ? 2 : step;
                }
                case 's', 't', 'p' -> {
                    phones.append(next == 'h' && c == 'p' ? 'W' : c == 's' ? 'S' : c == 't' ? 'T' : 'P');
                    step = next == 'h' ? 2 : step;
                }
                case 'q' -> {
                    phones.append('K');
                    step = next == 'u' ? 2 : step;
                }
                case 'x' -> phones.append(i == 0 ? "S" : "KS");
                case 'v' -> phones.append('W');
                case 'h' -> phones.append(i == 0 ? "H" : "");
                default -> phones.append(consonant(c));
            }
            i += step;
        }
        return phones.toString();
    }
}
