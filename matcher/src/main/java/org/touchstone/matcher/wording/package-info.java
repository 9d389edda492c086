/** What the words around a sign say of its use: a dated lexicon, how it is read in a text, and what a finding weighs. */
@NullMarked
package org.touchstone.matcher.wording;

import org.jspecify.annotations.NullMarked;
