package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.image.ImageDecoder;
import org.touchstone.indexer.Facet;
import org.touchstone.indexer.MarkFilter;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.RegistrationQuery;
import org.touchstone.indexer.RegistrationSet;
import org.touchstone.mark.Caution;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.matcher.search.TextMatch;
import org.touchstone.matcher.search.TextSearch;
import org.touchstone.matcher.search.Way;

/** Searches the marks of an index by what they are like and by what the register says of them. */
final class MarkSearch {
    private final MarkMatchers matchers;
    private final LocalDate day;
    private final RegistrationQuery query;
    private final RegistrationSet among;

    /** @param day on which cautions are judged, and marks in force stand before others that are as similar */
    MarkSearch(MarkMatchers matchers, LocalDate day, RegistrationQuery query) {
        this.matchers = matchers;
        this.day = day;
        this.query = query;
        this.among = matchers.index().find(query);
    }

    /** How many registrations the query alone finds. */
    long count() {
        return among.count();
    }

    /** The first registrations that the query finds. */
    List<FoundMark> list(int most) {
        return matchers.index().first(among, most).stream()
                .map(one -> found(one, null, null))
                .toList();
    }

    /**
     * The marks that are like a text or an image, the most similar first.
     *
     * @throws NoImagesException when an image is given, and the index has none to compare with
     */
    List<FoundMark> like(@Nullable String text, Set<Way> ways, @Nullable Path image, int most)
            throws IOException, NoImagesException {
        Map<String, TextMatch> texts = new HashMap<>();
        if (text != null) {
            RegistrationSet inForce = matchers.index().find(RegistrationQuery.ALL.inForceOn(day));
            for (TextMatch match : new TextSearch(matchers.index(), among, inForce).search(text, ways, most)) {
                texts.put(match.registration(), match);
            }
        }
        Map<String, Evidence.Picture> pictures = image == null ? Map.of() : pictures(image);
        List<String> ids = new ArrayList<>(texts.keySet());
        pictures.keySet().stream().filter(id -> !texts.containsKey(id)).forEach(ids::add);
        List<FoundMark> found = new ArrayList<>();
        MarkIndex index = matchers.index();
        for (String id : ids) {
            index.registration(id).ifPresent(one -> found.add(found(one, texts.get(id), pictures.get(id))));
        }
        found.sort(Comparator.comparingDouble((FoundMark one) -> -one.similarity())
                .thenComparing(one -> !one.registration().term().holdsOn(day))
                .thenComparing(one -> one.registration().id()));
        return found.subList(0, Math.min(most, found.size()));
    }

    private FoundMark found(Registration registration, @Nullable TextMatch text, Evidence.@Nullable Picture picture) {
        return new FoundMark(registration, text, picture, Caution.of(registration, day));
    }

    /** The index has no images of marks. */
    static final class NoImagesException extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Map<String, Evidence.Picture> pictures(Path image) throws IOException, NoImagesException {
        ImageMatcher images = matchers.images();
        if (images == null) {
            throw new NoImagesException();
        }
        MarkFilter filter = new MarkFilter(
                query.facets().getOrDefault(Facet.OFFICE, Set.of()),
                query.facets().getOrDefault(Facet.CLASS, Set.of()).stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                null);
        Map<String, Evidence.Picture> strongest = new HashMap<>();
        for (Sighting sighting : images.among(filter)
                .match(image.toString(), new ImageDecoder().decode(image).image())) {
            if (sighting.evidence() instanceof Evidence.Picture picture && among.has(sighting.mark())) {
                strongest.merge(sighting.mark(), picture, (a, b) -> a.weight() >= b.weight() ? a : b);
            }
        }
        return strongest;
    }
}
