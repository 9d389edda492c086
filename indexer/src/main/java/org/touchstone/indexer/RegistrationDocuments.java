package org.touchstone.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.record.FieldException;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;
import org.touchstone.record.SafePath;

/** Turns registrations into documents. Thread-safe if the analyser is. */
final class RegistrationDocuments {
    /** Longer terms are never asked for, and Lucene takes none of more than 32,766 bytes. */
    private static final int LONGEST_TERM = 100;

    /** Of a sign so much is kept beside its keys; Lucene takes no values of more than 32,766 bytes. */
    private static final int LONGEST_FORM = 8000;

    /** Names, and images, that a registration is found by; the most that is known of one is some dozens. */
    private static final int MOST_SIGNS = 1000;

    private static final int LONGEST_PATH = 1000;

    private final @Nullable ImageAnalyser analyser;

    RegistrationDocuments(@Nullable ImageAnalyser analyser) {
        this.analyser = analyser;
    }

    /**
     * What became of a registration.
     *
     * @param documents its documents, the registration's own first
     * @param hasViews whether some of them are views of images
     * @param rejections of its images
     */
    record Made(List<Document> documents, boolean hasViews, List<Rejection> rejections) {}

    /** A registration in the marks format, as it is kept. */
    static byte[] record(Registration registration) {
        return Json.line(Formats.REGISTRATION.write(registration)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param record the registration in the marks format
     * @param digest over it and its images
     */
    Made make(Located<Registration> located, byte[] record, byte[] digest) {
        Registration registration = located.value();
        Mark mark = registration.mark();
        List<Document> documents = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        documents.add(registration(registration, record, digest));
        if (!addSigns(documents, registration.id(), mark)) {
            rejections.add(located.reject(
                    "aliases",
                    "expected at most " + MOST_SIGNS + " names of a mark, found more; the others were left out",
                    registration.id()));
        }
        boolean ground =
                registration.standing() != Standing.DEAD || !registration.term().never();
        boolean hasViews = false;
        if (analyser != null && ground && !mark.images().isEmpty()) {
            int bare = documents.size();
            Set<String> images = new LinkedHashSet<>(mark.images());
            images.stream()
                    .limit(MOST_SIGNS)
                    .forEach(image -> addImage(documents, rejections, analyser, located, image));
            if (images.size() > MOST_SIGNS) {
                rejections.add(located.reject(
                        "images",
                        "expected at most " + MOST_SIGNS + " images of a mark, found " + images.size()
                                + "; the others were left out",
                        registration.id()));
            }
            hasViews = documents.size() > bare;
            if (!hasViews && mark.text().isBlank()) {
                rejections.add(located.reject(
                        "images",
                        "none of the mark's images can be read, and it has no text; only its number and holder find it",
                        registration.id()));
            }
        }
        return new Made(documents, hasViews, rejections);
    }

    private static Document registration(Registration registration, byte[] record, byte[] digest) {
        Document document = document(MarkFields.REGISTRATION, registration.id());
        document.add(new StringField(MarkFields.ID, registration.id(), Store.NO));
        document.add(new BinaryDocValuesField(MarkFields.DIGEST, new BytesRef(digest)));
        document.add(new NumericDocValuesField(MarkFields.TERM, Days.pack(registration.term())));
        document.add(new NumericDocValuesField(
                MarkFields.STATE,
                Days.pack(registration.standing(), registration.dates().asOf())));
        for (String facet : Facet.terms(registration)) {
            document.add(new SortedSetDocValuesField(MarkFields.FACETS, new BytesRef(facet)));
        }
        addTerms(document, MarkFields.NUMBER, RegisterTerms.numbers(registration));
        Set<String> words = new LinkedHashSet<>();
        registration.holders().forEach(holder -> words.addAll(RegisterTerms.words(holder.name())));
        OwnerName.keys(registration).forEach(key -> words.add(RegisterTerms.owner(key)));
        addTerms(document, MarkFields.HOLDER, words);
        Set<String> codes = new LinkedHashSet<>();
        registration.mark().viennaCodes().forEach(code -> codes.addAll(RegisterTerms.vienna(code)));
        addTerms(document, MarkFields.VIENNA, codes);
        document.add(new StoredField(MarkFields.RECORD, record));
        return document;
    }

    private static void addTerms(Document document, String field, Set<String> terms) {
        for (String term : terms) {
            if (term.length() <= LONGEST_TERM) {
                document.add(new StringField(field, term, Store.NO));
            }
        }
    }

    /** What is left of a registration that the office took out of its register. */
    static Document removed(String id, @Nullable LocalDate asOf) {
        Document document = document(MarkFields.REMOVED, id);
        document.add(new StringField(MarkFields.REMOVED_ID, id, Store.NO));
        document.add(new NumericDocValuesField(MarkFields.STATE, Days.pack(Standing.UNKNOWN, asOf)));
        return document;
    }

    /** @return whether all names are among them */
    private static boolean addSigns(List<Document> documents, String owner, Mark mark) {
        Set<String> forms = new LinkedHashSet<>();
        addSign(documents, forms, owner, mark.text(), SignOrigin.TEXT);
        boolean isWhole = addNames(documents, forms, owner, mark.transliterations(), SignOrigin.TRANSLITERATION)
                & addNames(documents, forms, owner, mark.translations(), SignOrigin.TRANSLATION)
                & addNames(documents, forms, owner, mark.aliases(), SignOrigin.ALIAS);
        for (String form : List.copyOf(forms)) {
            SignKeys.elements(form).forEach(element -> addSign(documents, forms, owner, element, SignOrigin.ELEMENT));
        }
        return isWhole;
    }

    private static boolean addNames(
            List<Document> documents, Set<String> forms, String owner, List<String> names, SignOrigin origin) {
        names.stream().limit(MOST_SIGNS).forEach(name -> addSign(documents, forms, owner, name, origin));
        return names.size() <= MOST_SIGNS;
    }

    private static void addSign(
            List<Document> documents, Set<String> forms, String owner, String whole, SignOrigin origin) {
        String form = whole.length() <= LONGEST_FORM ? whole : whole.substring(0, LONGEST_FORM);
        if (form.isBlank() || !forms.add(form)) {
            return;
        }
        SignKeys.parts(form).forEach(part -> addSign(documents, forms, owner, part, origin));
        Document document = document(MarkFields.SIGN, owner, SignCodec.pack(owner, form, origin));
        SignKeys.of(form).forEach((view, keys) -> {
            for (String key : keys) {
                document.add(new StringField(view.field(), key, Store.NO));
            }
        });
        SignText text = SignText.of(form);
        if (origin != SignOrigin.ELEMENT && text.length() <= SignKeys.LONGEST) {
            addTerms(document, MarkFields.GRAM, RegisterTerms.grams(text));
        }
        documents.add(document);
    }

    private static void addImage(
            List<Document> documents,
            List<Rejection> rejections,
            ImageAnalyser analyser,
            Located<Registration> located,
            String image) {
        String owner = located.value().id();
        AnalysedImage analysed;
        if (image.length() > LONGEST_PATH) {
            rejections.add(located.reject(
                    "images",
                    "expected a path of at most " + LONGEST_PATH + " characters, found " + image.length(),
                    owner));
            return;
        }
        try {
            analysed = analyser.analyse(SafePath.within(located.folder(), "images", image));
        } catch (FieldException e) {
            rejections.add(located.reject("images", e.reason(), owner));
            return;
        } catch (IOException | RuntimeException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            rejections.add(located.reject("images", "'" + image + "' cannot be read: " + reason, owner));
            return;
        }
        for (int place = 0; place < analysed.views().size(); place++) {
            documents.add(view(located.value(), image, place, analysed.views().get(place), analyser.dimension()));
        }
        Document thumbnail = document(MarkFields.THUMBNAIL, owner);
        thumbnail.add(new StringField(MarkFields.PICTURE_KEY, pictureKey(owner, image), Store.NO));
        thumbnail.add(new StoredField(MarkFields.PICTURE, analysed.thumbnail()));
        documents.add(thumbnail);
    }

    private static Document view(Registration owner, String image, int place, ImageView view, int dimension) {
        Document document = document(MarkFields.VIEW, owner.id());
        document.add(new StoredField(MarkFields.VIEW_OWNER, owner.id()));
        addTerms(document, MarkFields.OFFICE, Set.of(MarkFilter.folded(owner.office())));
        for (int niceClass : new LinkedHashSet<>(owner.niceClasses())) {
            document.add(new StringField(MarkFields.NICE, String.valueOf(niceClass), Store.NO));
        }
        document.add(new StoredField(MarkFields.IMAGE, image));
        document.add(new StoredField(MarkFields.PACKED, ViewCodec.pack(view)));
        document.add(new NumericDocValuesField(MarkFields.VIEW_PLACE, place));
        if (view.fingerprint().length > 0) {
            document.add(new BinaryDocValuesField(MarkFields.FINGERPRINT, new BytesRef(view.fingerprint())));
        }
        if (view.words().count() > 0) {
            document.add(new BinaryDocValuesField(MarkFields.WORDS, view.words().pack()));
        }
        if (view.vector().length > 0) {
            if (view.vector().length != dimension) {
                throw new IllegalStateException(
                        "the image analyser promised vectors of " + dimension + ", gave " + view.vector().length);
            }
            document.add(
                    new KnnFloatVectorField(MarkFields.VECTOR, view.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    private static Document document(String type, String owner) {
        return document(type, owner, new BytesRef());
    }

    /** Every document has sign data, if only empty: a field that no document lacks is read without a search. */
    private static Document document(String type, String owner, BytesRef signData) {
        Document document = new Document();
        document.add(new BinaryDocValuesField(MarkFields.SIGN_DATA, signData));
        document.add(new StringField(MarkFields.TYPE, type, Store.NO));
        document.add(new StringField(MarkFields.OWNER, owner, Store.NO));
        return document;
    }

    static String pictureKey(String owner, String image) {
        return owner + '\0' + image;
    }
}
