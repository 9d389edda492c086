package org.touchstone.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the history of a case: a verdict, or the taking back of one. Never changed, never removed.
 *
 * @param id rises with every step
 * @param verdict null when the step takes another one back
 * @param undoes id of the decision that is taken back; 0 when none is
 * @param reviewer who decided
 * @param reason in the reviewer's words; may be empty
 * @param at when
 * @param current whether the hit that was seen is still the case's newest
 */
public record Decision(
        long id, @Nullable Verdict verdict, long undoes, String reviewer, String reason, Instant at, boolean current) {}
