/** How good a hit list is, measured against the truth. */
@NullMarked
package org.touchstone.cli.eval;

import org.jspecify.annotations.NullMarked;
