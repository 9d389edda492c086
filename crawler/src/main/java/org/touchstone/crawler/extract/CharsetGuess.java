package org.touchstone.crawler.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the bytes of a page say about their charset, and against one. */
final class CharsetGuess {
    private static final int SAMPLE = 256 << 10;
    private static final int HEAD = 4096;
    private static final int UNSURE = 20;
    private static final Pattern LANGUAGE =
            Pattern.compile("(?i)<html\\b[^>]{0,300}?\\blang\\s{0,9}=\\s{0,9}[\"']?([a-z-]{2,10})");
    /** Charsets of many bytes a character, the likelier first: where the detector wavers, these are asked in turn. */
    private static final List<String> LIKELY = List.of("GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR");

    private CharsetGuess() {}

    /** How many places of the bytes cannot be decoded; a character that the end cuts off does not count. */
    static int faults(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        int faults = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, false);
            out.clear();
            if (result.isError()) {
                faults++;
                in.position(in.position() + Math.min(in.remaining(), Math.max(1, result.length())));
                decoder.reset();
            } else if (result.isUnderflow()) {
                return faults;
            }
        }
    }

    /** Sequences of several bytes, when the bytes are UTF-8 throughout; otherwise -1. */
    static int utf8Sequences(byte[] bytes) {
        if (faults(bytes, StandardCharsets.UTF_8) > 0) {
            return -1;
        }
        int sequences = 0;
        for (byte b : bytes) {
            sequences += (b & 0xc0) == 0xc0 ? 1 : 0;
        }
        return sequences;
    }

    /** UTF-16 without a mark shows in markup: every other byte of ASCII is zero. */
    static Optional<Charset> utf16(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int units = length / 2;
        if (units < 2 || Math.max(even, odd) * 10 < units || Math.min(even, odd) * 20 > Math.max(even, odd)) {
            return Optional.empty();
        }
        Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return faults(Arrays.copyOf(bytes, length), charset) == 0 ? Optional.of(charset) : Optional.empty();
    }

    /** The likeliest charset in which every byte has a meaning. */
    static Optional<Charset> clean(byte[] bytes) {
        byte[] sample = bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes;
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(sample);
        String wanted = language(sample);
        Charset best = null;
        int weight = -1;
        for (CharsetMatch match : detector.detectAll()) {
            List<Charset> meant = CharsetLabels.meant(match.getName());
            int rank = LIKELY.indexOf(match.getName());
            int own = match.getConfidence() * 10
                    + (rank >= 0 ? 9 - rank : 0)
                    + (rank >= 0 && wanted.equals(match.getName()) ? 400 : 0);
            if (rank >= 0 || match.getConfidence() > UNSURE) {
                for (Charset charset : meant) {
                    if (own > weight && !charset.name().startsWith("UTF-") && isText(bytes, charset)) {
                        best = charset;
                        weight = own;
                    }
                }
            }
        }
        if (best == null && isText(bytes, CharsetLabels.GB18030)) {
            best = CharsetLabels.GB18030;
        }
        return Optional.ofNullable(best);
    }

    /** Control characters and ones for private use show that it only happens to be well-formed. */
    private static boolean isText(byte[] bytes, Charset charset) {
        return faults(bytes, charset) == 0
                && new String(bytes, charset)
                        .chars()
                        .noneMatch(c -> c >= 0x80 && c < 0xa0 || c >= 0xe000 && c < 0xf900);
    }

    private static String language(byte[] bytes) {
        Matcher html =
                LANGUAGE.matcher(new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1));
        if (!html.find()) {
            return "";
        }
        String language = html.group(1).toLowerCase(Locale.ROOT);
        return switch (language) {
            case "zh-tw", "zh-hk", "zh-hant", "zh-mo" -> "Big5";
            case "ja", "ja-jp" -> "Shift_JIS";
            case "ko", "ko-kr" -> "EUC-KR";
            default -> language.startsWith("zh") ? "GB18030" : "";
        };
    }
}
