package org.touchstone.review;

/** A decision that was made without having seen the one before it. Nothing was recorded. */
public final class DecidedMeanwhileException extends Exception {
    private static final long serialVersionUID = 1;

    DecidedMeanwhileException(long caseId) {
        super("case " + caseId + " was decided meanwhile; look at it and decide again");
    }
}
