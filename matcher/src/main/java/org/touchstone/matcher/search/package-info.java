/** Search of registered marks for people: which marks are like a sign, in which ways, and why. */
@NullMarked
package org.touchstone.matcher.search;

import org.jspecify.annotations.NullMarked;
