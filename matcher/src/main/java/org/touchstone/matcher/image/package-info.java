/** Signs in pictures: what an image of a mark looks like, and where a photo shows it. The only room with OpenCV. */
@NullMarked
package org.touchstone.matcher.image;

import org.jspecify.annotations.NullMarked;
