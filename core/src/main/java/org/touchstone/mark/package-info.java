/** What is registered: marks, registrations and their standing. */
@NullMarked
package org.touchstone.mark;

import org.jspecify.annotations.NullMarked;
