/** The pictures of the user's own marks, altered, put onto goods and scanned back. */
@NullMarked
package org.touchstone.cli.attack.image;

import org.jspecify.annotations.NullMarked;
