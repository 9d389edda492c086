package org.touchstone.indexer.sign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.Letters.Sort;

/**
 * A run of Cyrillic, Greek, Armenian, Georgian, Hebrew, Arabic, kana or Hangul in Latin letters, as brands are carried
 * over: near to how it sounds, without marks, lower case. Every Latin letter has the place of the letters it comes
 * from. Letters without a sound of their own, such as the soft sign, belong to the one before. Not thread-safe.
 */
final class Romaniser {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private static final int FIRST = 0x370;
    private static final int HANGUL = 0xac00;
    private static final int HANGUL_LAST = 0xd7a3;
    private static final String[] LEADS = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",");
    private static final String[] VOWELS = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",");
    private static final String[] TAILS =
            ",k,k,ks,n,nj,nh,t,l,lk,lm,lb,ls,lt,lp,lh,m,p,ps,t,t,ng,t,ch,k,t,p,h".split(",");

    private static final int KANA = 0x30a1;
    private static final int SMALL_TSU = 0x30c3;
    private static final int LONG_VOWEL = 0x30fc;
    private static final String SMALL = "ァィゥェォャュョヮ";
    private static final String[] SYLLABLES =
            ("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se "
                            + "ze so zo ta da chi ji - tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho "
                            + "bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke va vi ve vo")
                    .split(" ");

    private static final String UNREAD = "?";

    /**
     * By UTF-16 unit: the Latin letters of a letter, empty for one without sound; null where not yet known. Threads may
     * work one out twice, which does no harm.
     */
    private static final @Nullable String[] TABLE = new String[1 << 16];

    static {
        String letters =
                "аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щshch ъ ыy ь эe юyu "
                        + "яya іi їi єe ґg ўu јj љlj њnj ћc ђdj џdz ѓg ќk ѕdz әa ғg қk ңn өo ұu үu һh "
                        + "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo "
                        + "աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt "
                        + "րr ցts ւv փp քk օo ֆf "
                        + "აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh "
                        + "ჯj ჰh "
                        + "אa בb גg דd הh וv זz חh טt יy כk ךk לl מm םm נn ןn סs ע פp ףf צts ץts קk רr שsh תt "
                        + "اa أa إi آa ٱa ىa ةa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz ع غgh فf قq كk کk لl مm نn "
                        + "هh ہh ھh وw ؤw يy یy ئy ے پp چch ژzh ڤv گg ء ـ \u064ea \u0650i \u064fu";
        for (String letter : letters.split(" ")) {
            TABLE[letter.charAt(0)] = letter.substring(1);
        }
    }

    private final String raw;
    private final int limit;
    private final StringBuilder letters = new StringBuilder();
    private final boolean mixed;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int end;
    private int before = -1;
    private int doubled = -1;

    /** Reads the run that begins at a place. */
    Romaniser(String raw, int at, int limit) {
        this.raw = raw;
        this.limit = limit;
        end = at;
        boolean touches = at > 0 && isLatin(raw.codePointBefore(at));
        while (end < limit && letters.length() < SignText.LONGEST) {
            int point = raw.codePointAt(end);
            if (!reads(point) && (end == at || Letters.of(point).sort() != Sort.HANGING)) {
                break;
            }
            read(point);
        }
        mixed = hasTwins(raw.codePointAt(at)) && (touches || end < limit && isLatin(raw.codePointAt(end)));
    }

    /** Whether a code point is a letter of a script that is read here. */
    static boolean reads(int point) {
        if (point < FIRST || point >= 0x3100 && point < HANGUL && point < 0xa640) {
            return false;
        }
        return point >= HANGUL && point <= HANGUL_LAST || kana(point) > 0 || spelling(point) != null;
    }

    private static boolean isLatin(int point) {
        return UCharacter.isLetter(point) && UScript.getScript(point) == UScript.LATIN;
    }

    /** Whether letters of this script are put among Latin ones to look like them. */
    private static boolean hasTwins(int point) {
        int script = UScript.getScript(point);
        return script == UScript.CYRILLIC || script == UScript.GREEK || script == UScript.ARMENIAN;
    }

    private static @Nullable String spelling(int point) {
        if (point >= TABLE.length) {
            return null;
        }
        String known = TABLE[point];
        if (known == null) {
            known = composed(point);
            TABLE[point] = known;
        }
        return known.equals(UNREAD) ? null : known;
    }

    /** What a letter with accents, or a ligature, is by its parts. */
    private static String composed(int point) {
        String text = Character.toString(point);
        String plain = NFKC.normalize(text).toLowerCase(Locale.ROOT);
        plain = plain.equals(text) ? NFD.normalize(text) : plain;
        if (Letters.of(point).sort() != Sort.LETTER || plain.equals(text)) {
            return UNREAD;
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            String part = spelling(plain.charAt(i));
            if (part == null && i == 0) {
                return UNREAD;
            }
            all.append(part == null ? "" : part);
        }
        return all.toString();
    }

    /** The katakana for a kana of either kind and width, 0 for what is none. */
    private static int kana(int point) {
        if (point >= 0xff66 && point <= 0xff9d) {
            return NFKC.normalize(Character.toString(point)).charAt(0);
        }
        if (point >= 0x3041 && point <= 0x3096) {
            return point + 0x60;
        }
        return point >= KANA && point < KANA + SYLLABLES.length || point == LONG_VOWEL ? point : 0;
    }

    private void read(int point) {
        int start = end;
        end += Character.charCount(point);
        int kana = kana(point);
        if (kana > 0) {
            readKana(kana, start);
            return;
        }
        doubled = -1;
        if (point >= HANGUL && point <= HANGUL_LAST) {
            int i = point - HANGUL;
            add(start, LEADS[i / 588] + VOWELS[i % 588 / 28] + TAILS[i % 28]);
        } else {
            String spelling = spelling(point);
            add(start, spelling == null ? "" : beside(UCharacter.foldCase(point, true), spelling));
        }
        before = UCharacter.foldCase(point, true);
    }

    /** The Latin letters of a letter beside others: some sounds are written in two. */
    private String beside(int point, String alone) {
        int next = end < limit ? UCharacter.foldCase(raw.codePointAt(end), true) : -1;
        boolean first = letters.isEmpty();
        boolean second = letters.length() == 1;
        return switch (point) {
            case 'υ', 'ύ' -> before == 'ο' || before == 'α' || before == 'ε' ? "u" : alone;
            case 'γ' -> next == 'γ' || next == 'ξ' || next == 'χ' ? "n" : alone;
            case 'κ' -> before == 'γ' ? "" : alone;
            case 'μ' -> first && next == 'π' ? "b" : alone;
            case 'π' -> second && before == 'μ' ? "" : alone;
            case 'ν' -> first && next == 'τ' ? "d" : alone;
            case 'τ' -> second && before == 'ν' ? "" : alone;
            case 'ո' -> next == 'ւ' ? "u" : alone;
            case 'ւ' -> before == 'ո' ? "" : alone;
            case 'д' -> next == 'ж' ? "j" : alone;
            case 'ж' -> before == 'д' ? "" : alone;
            default -> alone;
        };
    }

    private void readKana(int kana, int start) {
        if (kana == SMALL_TSU) {
            doubled = start;
            return;
        }
        if (kana == LONG_VOWEL) {
            add(start, "");
            return;
        }
        int mark = switch (end < limit ? raw.charAt(end) : 0) {
            case 0x3099, 0x309b, 0xff9e -> 0x3099;
            case 0x309a, 0x309c, 0xff9f -> 0x309a;
            default -> 0;
        };
        int voiced = mark > 0 ? NFC.composePair(kana, mark) : -1;
        if (voiced > 0) {
            kana = voiced;
            end++;
        }
        String syllable = SYLLABLES[kana - KANA];
        int last = letters.length() - 1;
        if (SMALL.indexOf(kana) >= 0 && doubled < 0 && last >= 0 && "aiueo".indexOf(letters.charAt(last)) >= 0) {
            melt(syllable, last);
        } else if (doubled >= 0 && "aiueo".indexOf(syllable.charAt(0)) < 0) {
            add(doubled, syllable.charAt(0) + syllable);
        } else {
            add(start, syllable);
        }
        doubled = -1;
        before = kana;
    }

    /** Puts a small kana into the syllable before: fu and a are fa, ki and ya are kya, shi and ya are sha. */
    private void melt(String small, int last) {
        int start = starts[last];
        String glide = letters.substring(Math.max(0, last - 2), last);
        boolean soft = glide.endsWith("sh") || glide.endsWith("ch") || glide.endsWith("j");
        String tail = small;
        if (small.charAt(0) == 'y' && soft) {
            tail = small.substring(1);
        } else if (letters.charAt(last) == 'u'
                && (glide.endsWith("k") || glide.endsWith("g") || glide.isEmpty())
                && small.length() == 1) {
            tail = "w" + small;
        }
        letters.setLength(last);
        for (int i = last - 1; i >= 0 && starts[i] == start; i--) {
            ends[i] = end;
        }
        add(start, tail);
    }

    /** Adds letters that come from what stands between a place and the end so far. */
    private void add(int start, String latin) {
        int from = start;
        if (latin.isEmpty()) {
            if (!letters.isEmpty()) {
                ends[letters.length() - 1] = end;
            }
            return;
        }
        for (int i = 0; i < latin.length(); i++) {
            int at = letters.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            starts[at] = from;
            ends[at] = end;
            letters.append(latin.charAt(i));
        }
    }

    /** Whether the run stands among Latin letters in one word, so that it is there for its looks. */
    boolean isMixed() {
        return mixed;
    }

    /** Where the run ends in the raw text. */
    int end() {
        return end;
    }

    int length() {
        return letters.length();
    }

    char letter(int i) {
        return letters.charAt(i);
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }
}
