/** Offers to sell, as shops and live streams make them. */
@NullMarked
package org.touchstone.listing;

import org.jspecify.annotations.NullMarked;
