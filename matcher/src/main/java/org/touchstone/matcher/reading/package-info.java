/** Reading the words on goods and frames in pictures, with Tesseract and the language data of the machine. */
@NullMarked
package org.touchstone.matcher.reading;

import org.jspecify.annotations.NullMarked;
