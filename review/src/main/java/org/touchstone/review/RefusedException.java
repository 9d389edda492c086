package org.touchstone.review;

import java.util.List;

/** A request that is not answered as it asks. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String key;
    private final transient List<String> arguments;

    /**
     * @param key of the phrase that tells the person why
     */
    RefusedException(int status, String key, String... arguments) {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }

    String[] arguments() {
        return arguments.toArray(String[]::new);
    }
}
