package edu.example.matrix;

import java.util.Random;

/** Conditions that are known, and one that is not. */
final class Flags {

    static final boolean ON = true;
    static final boolean OFF = false;
    static final int FIVE = 5;

    private Flags() {}

    static boolean isOn() {
        return ON;
    }

    static boolean isOff() {
        return OFF;
    }

    static boolean coin() {
        return new Random().nextBoolean();
    }
}
