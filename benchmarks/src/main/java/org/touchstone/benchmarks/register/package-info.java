/** Registers as an office publishes them, of invented marks, as large as wanted. */
@NullMarked
package org.touchstone.benchmarks.register;

import org.jspecify.annotations.NullMarked;
