package org.touchstone.record;

import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;

/** The kinds of record that files hold. */
public final class Formats {
    public static final RecordFormat<Registration> REGISTRATION = new RegistrationFormat();
    public static final RecordFormat<Listing> LISTING = new ListingFormat();
    public static final RecordFormat<Hit> HIT = new HitFormat();
    public static final RecordFormat<Truth> TRUTH = new TruthFormat();
    public static final RecordFormat<Rejection> REJECTION = new RejectionFormat();

    private Formats() {}
}
