/** Pieces of the pages that people read: crawled text as text alone, signs shown where they stand, weights as a sum. */
@NullMarked
package org.touchstone.page;

import org.jspecify.annotations.NullMarked;
