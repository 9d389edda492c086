package org.touchstone.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Box;
import org.touchstone.mark.Registration;

/** The listing's photo with the sign's box drawn over it, beside the registered mark. */
final class PictureRow {
    private static final int PLATE = 60;

    private final Page page;

    PictureRow(Page page) {
        this.page = page;
    }

    void write(Exhibit exhibit) {
        Photo mark = exhibit.mark();
        Registration registration = exhibit.registration();
        boolean plate = registration != null && !registration.mark().text().isBlank();
        if (exhibit.photos().isEmpty() && mark == null && !plate) {
            return;
        }
        page.markup().open("div", "class", "pictures");
        List<Photo> photos = exhibit.photos();
        if (!photos.isEmpty()) {
            photo(photos.getFirst(), "picture.photo");
            closeUp(photos.getFirst());
        }
        right(exhibit, mark, registration, plate);
        if (exhibit.official() != null) {
            photo(exhibit.official(), "picture.official");
        }
        photos.stream().skip(1).forEach(photo -> photo(photo, "picture.photo"));
        page.markup().close();
    }

    private void photo(Photo photo, String key) {
        if (!photo.isShown()) {
            missing("photo", key, photo);
            return;
        }
        Markup to = page.markup().open("figure", "class", "photo").open("div", "class", "frame");
        to.empty(
                "img",
                "src",
                photo.data(),
                "width",
                Integer.toString(photo.width()),
                "height",
                Integer.toString(photo.height()),
                "loading",
                "lazy",
                "decoding",
                "async",
                "alt",
                page.phrases().get(key + ".alt", photo.name()),
                "data-ta",
                key + ".alt",
                "data-a0",
                photo.name());
        if (!photo.boxes().isEmpty()) {
            boxes(photo);
        }
        to.close();
        caption(key, photo.name());
        to.close();
    }

    private void boxes(Photo photo) {
        Markup to = page.markup()
                .open("svg", "viewBox", "0 0 " + photo.width() + " " + photo.height(), "aria-hidden", "true");
        for (Box box : photo.boxes()) {
            for (String layer : new String[] {"halo", "box"}) {
                to.element(
                        "rect",
                        "",
                        "class",
                        layer,
                        "x",
                        number(box.x()),
                        "y",
                        number(box.y()),
                        "width",
                        number(box.width()),
                        "height",
                        number(box.height()));
            }
        }
        to.close();
    }

    private static String number(int pixels) {
        return String.format(Locale.ROOT, "%d", pixels);
    }

    private void closeUp(Photo photo) {
        if (photo.closeUp().isEmpty()) {
            return;
        }
        Markup to = page.markup().open("figure", "class", "close-up").open("div", "class", "frame");
        to.empty(
                "img",
                "src",
                photo.closeUp(),
                "loading",
                "lazy",
                "decoding",
                "async",
                "alt",
                page.phrases().get("picture.close-up.alt"),
                "data-ta",
                "picture.close-up.alt");
        to.close();
        page.phrase("figcaption", "", "picture.close-up");
        to.close();
    }

    private void right(Exhibit exhibit, @Nullable Photo mark, @Nullable Registration registration, boolean plate) {
        String name = exhibit.hit().mark();
        if (mark != null && !mark.isShown()) {
            missing("mark-picture", "picture.mark", mark);
        } else if (mark != null) {
            Markup to = page.markup().open("figure", "class", "mark-picture").open("div", "class", "frame");
            to.empty(
                    "img",
                    "src",
                    mark.data(),
                    "width",
                    Integer.toString(mark.width()),
                    "height",
                    Integer.toString(mark.height()),
                    "loading",
                    "lazy",
                    "decoding",
                    "async",
                    "alt",
                    page.phrases().get("picture.mark.alt", name),
                    "data-ta",
                    "picture.mark.alt",
                    "data-a0",
                    name);
            to.close();
            caption("picture.mark", name);
            to.close();
        } else if (plate && registration != null) {
            Markup to = page.markup().open("figure", "class", "mark-picture").open("div", "class", "frame plate");
            page.crawled("span", registration.mark().text(), PLATE);
            to.close();
            caption("picture.mark", name);
            to.close();
        }
    }

    private void missing(String cssClass, String key, Photo photo) {
        Markup to = page.markup().open("figure", "class", cssClass).open("div", "class", "frame missing");
        page.phrase("span", "", "picture.missing");
        to.element("span", photo.fault(), "class", "fault", "dir", "auto");
        to.close();
        caption(key, photo.name());
        to.close();
    }

    private void caption(String key, String name) {
        Markup to = page.markup().open("figcaption");
        page.phrase("span", "", key);
        to.text(" ");
        page.crawled("bdi", name, PLATE);
        to.close();
    }
}
