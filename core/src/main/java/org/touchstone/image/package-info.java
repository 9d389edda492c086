/** Images, decoded safely, and the encoder that turns them into vectors. */
@NullMarked
package org.touchstone.image;

import org.jspecify.annotations.NullMarked;
