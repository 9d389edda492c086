package org.touchstone.indexer;

/**
 * The closed schema: every field that a document of the index can have. A registration is one document of type
 * {@link #REGISTRATION}, followed by one document for each of its signs, image views and thumbnails; all carry the
 * registration's id in {@link #OWNER}. What an office took out of its register leaves a document of type {@link #REMOVED}. A sign's keys stand in one field for each
 * {@link org.touchstone.indexer.sign.SignView}, under the names given there. Change a field's meaning and {@link
 * IndexFormat#FORMAT} changes with it.
 */
final class MarkFields {
    /** Which kind of document it is; one of the constants below. */
    static final String TYPE = "type";

    static final String REGISTRATION = "registration";
    static final String SIGN = "sign";
    static final String VIEW = "view";
    static final String THUMBNAIL = "thumbnail";
    static final String REMOVED = "removed";

    /** Id of the registration, on all of its documents, as a term. */
    static final String OWNER = "owner";

    /** Id of the registration a view belongs to, stored. */
    static final String VIEW_OWNER = "viewOwner";

    /** Id of the registration, on its own document alone. */
    static final String ID = "id";

    /** Id of a registration that the office took out of its register, as a term. */
    static final String REMOVED_ID = "removedId";

    /** First and last day in force, packed by {@link Days}; on registrations. */
    static final String TERM = "term";

    /** Standing and day of the record, packed by {@link Days}; on registrations and on what was removed. */
    static final String STATE = "state";

    /** By what registrations are counted and sifted, such as {@code office:CN}; see {@link Facet}. */
    static final String FACETS = "facets";

    /** The registration's numbers, one term for each of the ways in which people write them; see {@link RegisterTerms}. */
    static final String NUMBER = "number";

    /** The holders' names: the whole name and each of its words; see {@link RegisterTerms}. */
    static final String HOLDER = "holder";

    /** Vienna codes: category, division and section, one term each. */
    static final String VIENNA = "vienna";

    /** A sign's letters by threes and Chinese characters by twos and one by one; see {@link RegisterTerms}. */
    static final String GRAM = "gram";

    /** The registration in the marks format, JSON. */
    static final String RECORD = "record";

    /** SHA-256 over the record and its images. */
    static final String DIGEST = "digest";

    /** A sign: its origin, its form as the register has it and whose it is, packed by {@link SignCodec}. */
    static final String SIGN_DATA = "signData";

    /** An image's path, as the register names it. */
    static final String IMAGE = "image";

    /** A view's variant and features, packed by {@link ViewCodec}. */
    static final String PACKED = "packed";

    /** Office of the registration that a view belongs to, in capitals. */
    static final String OFFICE = "office";

    /** Its Nice classes, one term each. */
    static final String NICE = "nice";

    /** A view's place among the views of its image, from 0. */
    static final String VIEW_PLACE = "viewPlace";

    /** A view's perceptual hash. */
    static final String FINGERPRINT = "fingerprint";

    /** A view's local features, packed by {@link VisualWords}; {@link FeatureDictionary} has them by their words. */
    static final String WORDS = "words";

    /** A view's embedding, of unit length. */
    static final String VECTOR = "vector";

    /** A small picture for people. */
    static final String PICTURE = "picture";

    /** Key of a thumbnail: owner, NUL, image. */
    static final String PICTURE_KEY = "pictureKey";

    private MarkFields() {}
}
