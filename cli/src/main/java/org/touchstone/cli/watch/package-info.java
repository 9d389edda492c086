/** Plans that run on their schedules. */
@NullMarked
package org.touchstone.cli.watch;

import org.jspecify.annotations.NullMarked;
