/** Records in and out: JSON Lines and CSV, streamed, with bad records named and set aside. */
@NullMarked
package org.touchstone.record;

import org.jspecify.annotations.NullMarked;
