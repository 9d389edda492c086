/** The case store and the review pages: hits in, decisions of people out. */
@NullMarked
package org.touchstone.review;

import org.jspecify.annotations.NullMarked;
