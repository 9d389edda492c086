/** Words, marks and photos that are nobody's: made by the program, the same ones each time. */
@NullMarked
package org.touchstone.benchmarks.invented;

import org.jspecify.annotations.NullMarked;
