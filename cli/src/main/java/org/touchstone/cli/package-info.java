/** The {@code touchstone} command: one class a command, results on stdout, all talk on stderr. */
@NullMarked
package org.touchstone.cli;

import org.jspecify.annotations.NullMarked;
