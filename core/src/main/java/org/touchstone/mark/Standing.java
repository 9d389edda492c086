package org.touchstone.mark;

import java.util.Locale;
import java.util.Set;

/** Whether a registration is in force. The office's own status is kept beside it. */
public enum Standing {
    LIVE,
    PENDING,
    ENDED,
    UNKNOWN;

    private static final Set<String> LIVE_WORDS = Set.of("registered", "live", "active", "renewed", "注册", "已注册", "有效");
    private static final Set<String> PENDING_WORDS =
            Set.of("pending", "filed", "applied", "published", "opposed", "申请", "申请中", "待审", "初审公告", "异议中");
    private static final Set<String> ENDED_WORDS = Set.of(
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

    /** Reads an office's or a user's word for the status; a word that is not known is {@link #UNKNOWN}. */
    public static Standing of(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        if (LIVE_WORDS.contains(word)) {
            return LIVE;
        }
        if (PENDING_WORDS.contains(word)) {
            return PENDING;
        }
        return ENDED_WORDS.contains(word) ? ENDED : UNKNOWN;
    }
}
