package org.touchstone.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;

/** What the statuses of TMview mean: its own four, and the longer ones of the offices (the status codes of WIPO ST.66). */
final class TmviewStatus {
    /** Words of which the first that a status holds decides. */
    private static final List<Word> WORDS = List.of(
            new Word("cancellation pending", Standing.LIVE),
            new Word("revocation pending", Standing.LIVE),
            new Word("invalidity pending", Standing.LIVE),
            new Word("registration published", Standing.LIVE),
            new Word("expiring", Standing.LIVE),
            new Word("appeal pending", Standing.PENDING),
            new Word("oppos", Standing.PENDING),
            new Word("expired", Standing.DEAD),
            new Word("ended", Standing.DEAD),
            new Word("cancel", Standing.DEAD),
            new Word("surrender", Standing.DEAD),
            new Word("withdrawn", Standing.DEAD),
            new Word("refus", Standing.DEAD),
            new Word("reject", Standing.DEAD),
            new Word("invalid", Standing.DEAD),
            new Word("revoked", Standing.DEAD),
            new Word("abandon", Standing.DEAD),
            new Word("lapsed", Standing.DEAD),
            new Word("removed", Standing.DEAD),
            new Word("dead", Standing.DEAD),
            new Word("filed", Standing.PENDING),
            new Word("application", Standing.PENDING),
            new Word("pending", Standing.PENDING),
            new Word("examination", Standing.PENDING),
            new Word("published", Standing.PENDING),
            new Word("registered", Standing.LIVE),
            new Word("registration", Standing.LIVE),
            new Word("renewed", Standing.LIVE),
            new Word("live", Standing.LIVE));

    private record Word(String word, Standing standing) {}

    private TmviewStatus() {}

    static Status of(String code, @Nullable LocalDate since) {
        String plain = code.toLowerCase(Locale.ROOT);
        for (Word word : WORDS) {
            if (plain.contains(word.word)) {
                boolean opposed = plain.contains("oppos")
                        && word.standing == Standing.PENDING
                        && !plain.contains("no opposition");
                return new Status(code, word.standing, since, opposed);
            }
        }
        return new Status(code, Standing.UNKNOWN, since, false);
    }
}
