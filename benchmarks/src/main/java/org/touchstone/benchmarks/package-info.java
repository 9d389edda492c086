/** Measures how good and how fast matching is, and the plain methods beside it. */
@NullMarked
package org.touchstone.benchmarks;

import org.jspecify.annotations.NullMarked;
