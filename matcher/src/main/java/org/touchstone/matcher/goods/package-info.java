/** What goods an offer is of, by class of the Nice classification, and how they stand to those that a mark is registered for. */
@NullMarked
package org.touchstone.matcher.goods;

import org.jspecify.annotations.NullMarked;
