package org.touchstone.cli.attack.image;

/** A picture of a mark, altered by an operator at one of its levels. */
record ImageVariant(ImageTarget target, ImageOperator operator, Level level) {}
