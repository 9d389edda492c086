package org.touchstone.matcher.image;

/**
 * A mark's view that may stand in a photo.
 *
 * @param view its number
 * @param pose where it would stand, in the photo's working size
 * @param support how many local features agree, each counted between 0 and 1
 * @param featured whether local features proposed it
 * @param embedded whether the encoder proposed it
 * @param agreement of the edges, -1 to 1
 */
record Candidate(int view, Pose pose, double support, boolean featured, boolean embedded, double agreement) {
    Candidate at(Aligner.Fit fit, double newSupport) {
        return new Candidate(view, fit.pose(), newSupport, featured, embedded, fit.agreement());
    }

    /** How much speaks for it. */
    double promise() {
        return agreement + 0.02 * support;
    }

    /** This candidate or another of the same mark, whichever is better founded; both are taken to have proposed it. */
    Candidate or(Candidate that) {
        Candidate better = promise() >= that.promise() ? this : that;
        return new Candidate(
                better.view,
                better.pose,
                better.support,
                featured || that.featured,
                embedded || that.embedded,
                better.agreement);
    }
}
