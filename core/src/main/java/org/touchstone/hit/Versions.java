package org.touchstone.hit;

/**
 * What a hit was made with, so that it can be made again.
 *
 * @param touchstone version of the program
 * @param index fingerprint of the mark index
 * @param model id of the image encoder, {@code none} without one
 * @param calibration id of the weights and the calibration
 */
public record Versions(String touchstone, String index, String model, String calibration) {}
