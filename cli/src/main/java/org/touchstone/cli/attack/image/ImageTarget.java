package org.touchstone.cli.attack.image;

import java.nio.file.Path;
import java.util.Set;

/**
 * A picture to attack: one file, however many registrations show it.
 *
 * @param image as the register names it
 * @param folder in which the register lies
 * @param text of the mark, empty for a device alone
 * @param owner see {@link ImageTargets#owner}
 * @param registrations ids of those that show it, in the order of the file; never empty
 */
record ImageTarget(String image, Path folder, String text, String owner, Set<String> registrations) {
    /** The id that stands for the picture in results: that of the first registration. */
    String id() {
        return registrations.iterator().next();
    }
}
