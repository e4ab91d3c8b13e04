package edu.example.second;

import java.util.Random;

/** Conditions that are known, and one that is not. */
final class Gates {

    static final boolean ON = true;
    static final boolean OFF = false;
    static final int LIMIT = 7;
    static final String NAME = "prod";

    private Gates() {}

    static boolean isOn() {
        return ON;
    }

    static boolean closed() {
        return OFF;
    }

    static boolean isOff() {
        return OFF;
    }

    static boolean coin() {
        return new Random().nextBoolean();
    }
}
