/** Product photos drawn by the program: objects, surfaces and light, the same for the same seed. */
@NullMarked
package org.touchstone.cli.demo.photo;

import org.jspecify.annotations.NullMarked;
