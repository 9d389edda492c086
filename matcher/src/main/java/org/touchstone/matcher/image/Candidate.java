package org.touchstone.matcher.image;

/**
 * A mark's view that may stand in a photo.
 *
 * @param view its number
 * @param pose where it would stand, in the photo's working size
 * @param support summed weight of the local features that agree, 0 when others proposed it
 * @param embedded whether the encoder proposed it
 * @param agreement of the edges, -1 to 1
 */
record Candidate(int view, Pose pose, double support, boolean embedded, double agreement) {
    Candidate at(Aligner.Fit fit) {
        return new Candidate(view, fit.pose(), support, embedded, fit.agreement());
    }
}
