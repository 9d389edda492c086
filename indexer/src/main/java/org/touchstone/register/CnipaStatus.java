package org.touchstone.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;

/**
 * What the words for a status mean that China's office and the portals over its register use. A proceeding under way against a registration
 * leaves it in force; one against a refusal leaves the application pending.
 */
final class CnipaStatus {
    /** Words of which the first that a status holds decides; in simplified characters. */
    private static final List<Word> WORDS = List.of(
            dead("未续展"),
            dead("inactive"),
            dead("dead"),
            live("liveregistration"),
            // in force: what is asked for and not decided
            live("申请撤销"),
            live("撤销申请"),
            live("撤销审查"),
            live("撤销中"),
            live("撤销复审"),
            live("撤三"),
            live("无效宣告申请"),
            live("无效宣告审查"),
            live("无效宣告中"),
            live("无效宣告审理"),
            live("注销申请"),
            live("注销中"),
            live("宽展"),
            live("续展"),
            live("待续展"),
            live("转让"),
            live("变更"),
            live("许可"),
            live("质押"),
            // pending: refused, and under review
            pending("驳回复审"),
            pending("不予注册复审"),
            pending("部分驳回"),
            pending("驳回通知"),
            pending("异议复审"),
            pending("等待驳回"),
            // ended
            dead("不予注册"),
            dead("不予受理"),
            dead("不予核准"),
            dead("不受理"),
            dead("驳回"),
            dead("宣告无效"),
            dead("无效"),
            dead("失效"),
            dead("注销"),
            dead("撤销"),
            dead("撤回"),
            dead("撤消"),
            dead("放弃"),
            dead("终止"),
            dead("销亡"),
            dead("已过期"),
            dead("过期"),
            dead("已到期"),
            dead("异议成立"),
            dead("ended"),
            dead("expired"),
            dead("invalid"),
            dead("cancelled"),
            dead("refused"),
            dead("withdrawn"),
            dead("rejected"),
            dead("revoked"),
            // in force: an opposition that failed
            live("异议不成立"),
            live("准予注册"),
            live("核准注册"),
            live("注册公告"),
            live("注册公示"),
            // pending
            pending("异议"),
            pending("初审"),
            pending("初步审定"),
            pending("公告中"),
            pending("待审"),
            pending("审查"),
            pending("审理"),
            pending("受理"),
            pending("补正"),
            pending("未注册"),
            pending("注册申请"),
            pending("申请"),
            pending("待注册"),
            pending("oppos"),
            pending("pending"),
            pending("application"),
            pending("published"),
            pending("examination"),
            live("已注册"),
            live("注册"),
            live("有效"),
            live("生效"),
            live("registered"),
            live("live"),
            live("valid"),
            live("active"));

    private record Word(String word, Standing standing) {}

    private CnipaStatus() {}

    private static Word live(String word) {
        return new Word(word, Standing.LIVE);
    }

    private static Word pending(String word) {
        return new Word(word, Standing.PENDING);
    }

    private static Word dead(String word) {
        return new Word(word, Standing.DEAD);
    }

    static Status of(String code, @Nullable LocalDate since) {
        String plain = CnipaColumn.plain(code);
        for (Word word : WORDS) {
            if (plain.contains(word.word)) {
                boolean opposed = word.standing == Standing.PENDING
                        && (plain.contains("异议") || plain.contains("oppos"))
                        && !plain.contains("复审");
                return new Status(code, word.standing, since, opposed);
            }
        }
        return new Status(code, Standing.UNKNOWN, since, false);
    }
}
