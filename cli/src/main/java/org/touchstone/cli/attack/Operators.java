package org.touchstone.cli.attack;

import java.util.List;
import java.util.stream.Stream;

/** All operators. Thread-safe. */
public final class Operators {
    /** In the order in which they are listed: for both scripts, Latin letters, Chinese characters. */
    public static final List<Operator> ALL = Stream.of(
                    SharedOperators.ALL, LatinStyles.ALL, LatinSpellings.ALL, HanOperators.ALL)
            .flatMap(List::stream)
            .toList();

    private Operators() {}
}
