package org.touchstone.review;

import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param title of the listing; its id when the listing is not known
 * @param verdict in force; null while there is none
 */
public record CaseLine(
        long id,
        long rank,
        double score,
        String outlook,
        String title,
        String mark,
        String brand,
        @Nullable Verdict verdict) {}
