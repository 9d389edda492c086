package org.touchstone.indexer;

/**
 * A sign in writing of a registration in force.
 *
 * @param number of the sign in this index, from 0
 * @param registration id of the registration
 * @param form the sign as the register has it
 * @param origin the field that it comes from
 */
public record WordSign(int number, String registration, String form, SignOrigin origin) {}
