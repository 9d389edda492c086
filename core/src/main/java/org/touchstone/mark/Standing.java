package org.touchstone.mark;

import java.util.Locale;
import java.util.Set;

/** What a status means. The office's own code or word is kept beside it in {@link Status}. */
public enum Standing {
    LIVE,
    PENDING,
    DEAD,
    UNKNOWN;

    private static final Set<String> LIVE_WORDS = Set.of("registered", "live", "active", "renewed", "注册", "已注册", "有效");
    private static final Set<String> PENDING_WORDS =
            Set.of("pending", "filed", "applied", "published", "opposed", "申请", "申请中", "待审", "初审公告", "异议中");
    private static final Set<String> DEAD_WORDS = Set.of(
            "ended",
            "dead",
            "expired",
            "cancelled",
            "canceled",
            "withdrawn",
            "refused",
            "surrendered",
            "invalidated",
            "无效",
            "已无效",
            "注销",
            "撤销",
            "已失效");

    /** Whether an office's or a user's word for the status tells of an opposition under way. */
    static boolean isOpposed(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        return word.startsWith("oppos") || word.contains("异议中");
    }

    /** Whether an office's or a user's word for the status says that protection ran out, not that it was taken or given up. */
    static boolean isExpired(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        return word.contains("expired") || word.contains("not renewed") || word.contains("期满") || word.contains("未续展");
    }

    /** The name used in files: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads an office's or a user's word for the status; a word that is not known is {@link #UNKNOWN}. */
    public static Standing of(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        if (LIVE_WORDS.contains(word)) {
            return LIVE;
        }
        if (PENDING_WORDS.contains(word)) {
            return PENDING;
        }
        return DEAD_WORDS.contains(word) ? DEAD : UNKNOWN;
    }
}
