/** What brand policies say about an offer: its seller, place, origin, price and claims. */
@NullMarked
package org.touchstone.matcher.brand;

import org.jspecify.annotations.NullMarked;
