package org.touchstone.matcher.reading;

import org.touchstone.hit.Box;

/**
 * A word as it was read in a picture; of Chinese, often a single character.
 *
 * @param text not empty
 * @param confidence of the reader, 0 to 1
 * @param box in pixels of the picture that was read
 */
record ReadWord(String text, double confidence, Box box) {}
