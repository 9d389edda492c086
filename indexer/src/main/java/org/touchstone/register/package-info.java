/** Reads the registers of trademark offices, each in its own format, and says what they hold as registrations. */
@NullMarked
package org.touchstone.register;

import org.jspecify.annotations.NullMarked;
