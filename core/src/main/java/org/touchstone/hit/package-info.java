/** What a scan finds: hits, their evidence and what it weighs. */
@NullMarked
package org.touchstone.hit;

import org.jspecify.annotations.NullMarked;
