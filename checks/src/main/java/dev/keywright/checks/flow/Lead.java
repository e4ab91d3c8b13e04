package dev.keywright.checks.flow;

/** Whether a word of a program may lead to a secret. */
public enum Lead {
    /** It does not. */
    NO,
    /** Unless it stands in a class that takes texts apart, where it is one of the texts. */
    OUTSIDE_PARSERS,
    /** Where the file holds an address, too. */
    BESIDE_ADDRESS,
    /** It may, wherever it stands. */
    ANYWHERE;

    public Lead or(Lead other) {
        return compareTo(other) < 0 ? other : this;
    }

    public static Lead anywhere(boolean leads) {
        return leads ? ANYWHERE : NO;
    }
}
