/** Signs in writing: finds registered marks in listings' texts, however they are spelt. */
@NullMarked
package org.touchstone.matcher.text;

import org.jspecify.annotations.NullMarked;
