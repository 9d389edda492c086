package org.touchstone.indexer;

/**
 * One view of a mark's image, in the form in which the matcher compares images. What the bytes mean is the business of
 * the {@link ImageAnalyser} that made them.
 *
 * @param variant how the view was made from the image: {@code registered}, {@code reversed} and so on
 * @param fingerprint perceptual hash, 32 bytes; empty where the image is too plain for one
 * @param vector of unit length, from the image encoder; empty without a model
 * @param features all that the view is compared by beside, packed; may be empty
 * @param words the local features that the view is to be found by; may be none
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between analyser and index; compared by nobody
public record ImageView(String variant, byte[] fingerprint, float[] vector, byte[] features, VisualWords words) {}
