package org.touchstone.cli.demo.photo;

import java.awt.Color;

/**
 * What a photo shows.
 *
 * @param ware the object
 * @param colour of the object
 * @param backdrop that it stands or lies on
 * @param print how the logo is put on it
 * @param tilt of the object in degrees, clockwise
 * @param seed of all that varies from photo to photo
 */
public record PhotoSpec(Ware ware, Color colour, Backdrop backdrop, Print print, double tilt, long seed) {}
