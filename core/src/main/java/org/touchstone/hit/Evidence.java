package org.touchstone.hit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason for or against a hit. Weights are in decibans, 10 log10 of the likelihood ratio (I. J. Good, Probability
 * and the Weighing of Evidence, 1950): positive speaks for infringement, negative for the seller; they add up.
 */
public sealed interface Evidence {
    /** The kind as files name it: {@code word}, {@code logo}, {@code copy}, {@code wording}, {@code lawful-use} and so on. */
    String kind();

    /** Weight in decibans. */
    double weight();

    /** A sentence for people; empty when the other parts say it all. */
    String note();

    /** The same reason with another weight. */
    Evidence weighing(double decibans);

    /**
     * A place in one of the listing's pictures.
     *
     * @param image as the listing names it
     * @param box in pixels of the image as stored
     */
    record Spot(String image, Box box) {}

    /**
     * A sign in a text: in one of the listing's own, or in a line that was read in one of its pictures.
     *
     * @param kind {@code word}
     * @param field the listing's field, as {@link org.touchstone.listing.Listing#texts} names it; {@link Word#PICTURES} for a
     *     line in a picture
     * @param start first UTF-16 unit of the sign in the raw field or in the line
     * @param end after the last one
     * @param quote the raw text from start to end
     * @param against the form of the mark that it resembles
     * @param similarity 0 to 1, 1 for the same letters
     * @param how the views in which they meet, such as {@code exact}, {@code confusable}, {@code pinyin}
     * @param weight decibans
     * @param note empty, or a sentence for people
     * @param spot where the sign stands in a picture; null for a sign in a text of the listing's own
     */
    record Word(
            String kind,
            String field,
            int start,
            int end,
            String quote,
            String against,
            double similarity,
            List<String> how,
            double weight,
            String note,
            @Nullable Spot spot)
            implements Evidence {
        /** The field of words that were read in the listing's pictures. */
        public static final String PICTURES = "images";

        public Word {
            how = List.copyOf(how);
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("a sign cannot stand at " + start + " to " + end);
            }
        }

        /** A sign in one of the listing's own texts. */
        public Word(
                String kind,
                String field,
                int start,
                int end,
                String quote,
                String against,
                double similarity,
                List<String> how,
                double weight,
                String note) {
            this(kind, field, start, end, quote, against, similarity, how, weight, note, null);
        }

        @Override
        public Word weighing(double decibans) {
            return new Word(kind, field, start, end, quote, against, similarity, how, decibans, note, spot);
        }

        /** The same with a sentence for people. */
        public Word noting(String sentence) {
            return new Word(kind, field, start, end, quote, against, similarity, how, weight, sentence, spot);
        }

        /** The same sign, seen at a place in a picture. */
        public Word at(Spot seen) {
            return new Word(kind, field, start, end, quote, against, similarity, how, weight, note, seen);
        }
    }

    /**
     * A sign in an image.
     *
     * @param kind {@code logo} for a mark seen in the picture, {@code copy} for a copy of the mark's whole
     *     image or of an official photo
     * @param image the listing's image, as the listing names it
     * @param box where the sign stands in it
     * @param view the mark's image that it resembles, as the register names it; of a copy of an official photo, that
     *     photo as the brand's policy names it
     * @param similarity 0 to 1
     * @param how the methods that found it, such as {@code embedding}, {@code geometry}, {@code hash}
     * @param weight decibans
     * @param note empty, or a sentence for people
     */
    record Picture(
            String kind,
            String image,
            Box box,
            String view,
            double similarity,
            List<String> how,
            double weight,
            String note)
            implements Evidence {
        public Picture {
            how = List.copyOf(how);
        }

        /** The same sign, its box in other pixels. */
        public Picture at(Box moved) {
            return new Picture(kind, image, moved, view, similarity, how, weight, note);
        }

        @Override
        public Picture weighing(double decibans) {
            return new Picture(kind, image, box, view, similarity, how, decibans, note);
        }
    }

    /**
     * A circumstance of the offer: its wording, price, seller, goods.
     *
     * @param kind such as {@code wording}, {@code price}, {@code seller}, {@code goods}, {@code lawful-use}
     * @param weight decibans
     * @param note a sentence for people
     */
    record Circumstance(String kind, double weight, String note) implements Evidence {
        @Override
        public Circumstance weighing(double decibans) {
            return new Circumstance(kind, decibans, note);
        }
    }
}
