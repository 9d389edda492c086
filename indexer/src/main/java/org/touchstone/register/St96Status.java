package org.touchstone.register;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;

/**
 * What a status in words means: those of WIPO ST.96 (MarkCurrentStatusCodeType), and those that offices write in their place.
 * Thread-safe.
 */
final class St96Status {
    /** Something is asked for and not decided, so it does not change how the mark stands. */
    private static final Pattern UNDECIDED = Pattern.compile(
            "\\b(pending|requested|proceedings?|oppos\\w*|appeal\\w*|appealable|interruption|suspended|interlocutory|contested)\\b");

    private static final Pattern ENDED = Pattern.compile(
            "\\b(not registered|un-?registered|refus\\w*|reject\\w*|withdrawn|"
                    + "withdrawal|abandon\\w*|cancel\\w*|surrender\\w*|expired|expung\\w*|ended|removed|invalid\\w*|revo(?:ked|cation)|"
                    + "lapsed|terminated|not renewed|non.?renewal|inactive|dead|renounced|destroyed|struck off|ceased)\\b");

    private static final Pattern APPLIED =
            Pattern.compile("\\b(appli\\w*|filed|filing|fil(?:e|ing) date|examin\\w*|formali\\w*|"
                    + "searched|advertised|allowed|accepted|classif\\w*|default\\w*|pre-?assess\\w*|converted|conversion|pending|"
                    + "registration pending|oppos\\w*|approved)\\b");

    private static final Pattern IN_FORCE = Pattern.compile(
            "\\b(registered|registration|renew\\w*|protected|in force|active|live|granted|expiring)\\b");

    private static final Pattern OPPOSED =
            Pattern.compile("\\b(opposed|opposition (?:pending|proceedings?)|under opposition)\\b");

    private St96Status() {}

    /**
     * @param code the office's word, which is kept
     * @param more what else the office says of it; asked where the word is not known
     * @param isRegistered whether there is a registration: what is undecided does not end it
     */
    static Status of(String code, String more, @Nullable LocalDate since, boolean isRegistered) {
        Standing standing = standing(code, isRegistered);
        if (standing == Standing.UNKNOWN) {
            standing = standing(more, isRegistered);
        }
        boolean opposed = OPPOSED.matcher(lower(code)).find()
                || OPPOSED.matcher(lower(more)).find();
        return new Status(code.isEmpty() ? more : code, standing, since, opposed && standing != Standing.DEAD);
    }

    private static Standing standing(String status, boolean isRegistered) {
        String words = lower(status);
        if (UNDECIDED.matcher(words).find()) {
            return isRegistered && !words.startsWith("appli") ? Standing.LIVE : Standing.PENDING;
        }
        if (ENDED.matcher(words).find()) {
            return Standing.DEAD;
        }
        boolean applied = APPLIED.matcher(words).find();
        if (IN_FORCE.matcher(words).find() && !words.startsWith("appli")) {
            return Standing.LIVE;
        }
        return applied ? Standing.PENDING : Standing.of(status);
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
