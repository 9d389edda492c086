/** A small fictional shop to try Touchstone on: brands, logos, offers and photos made by the project. */
@NullMarked
package org.touchstone.cli.demo;

import org.jspecify.annotations.NullMarked;
