package org.touchstone.page;

import java.util.List;
import org.touchstone.hit.Box;

/**
 * A picture as a page shows it: reduced, and held in the page itself.
 *
 * @param name what the listing or the register calls it
 * @param data a {@code data:image/} address; empty when it cannot be shown
 * @param width of the reduced picture in pixels
 * @param height of the reduced picture in pixels
 * @param boxes where signs stand, in pixels of the reduced picture
 * @param closeUp the first box enlarged, as a {@code data:image/} address; empty when there is none or no need of it
 * @param fault why it cannot be shown; empty when it can
 */
public record Photo(String name, String data, int width, int height, List<Box> boxes, String closeUp, String fault) {
    public Photo {
        boxes = List.copyOf(boxes);
    }

    static Photo missing(String name, String fault) {
        return new Photo(name, "", 0, 0, List.of(), "", fault);
    }

    public boolean isShown() {
        return !data.isEmpty();
    }
}
