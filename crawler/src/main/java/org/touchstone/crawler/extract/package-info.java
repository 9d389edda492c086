/** Reading pages: bytes to text, text to products, products to listings. Sees no network. */
@NullMarked
package org.touchstone.crawler.extract;

import org.jspecify.annotations.NullMarked;
