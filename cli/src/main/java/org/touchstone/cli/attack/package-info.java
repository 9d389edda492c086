/** The user's own marks in disguise, scanned back, so that blind spots show before sellers find them. */
@NullMarked
package org.touchstone.cli.attack;

import org.jspecify.annotations.NullMarked;
