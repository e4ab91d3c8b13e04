package dev.keywright.checks.flow;

/** How a value came to where it is, in one step. The texts are made when somebody reads them. */
enum Way {
    /** It begins here; the name is the whole text. */
    ORIGIN("", ""),
    HELD("held by '", "'"),
    PASSED("passed to '", "'"),
    RETURNED("returned by '", "'"),
    STORED("stored in field '", "'"),
    /** Out of what holds many things by names, under a name that nobody knows. */
    PICKED("one of what '", "' holds"),
    RENDERED("shown by the toString of '", "'");

    private final String before;
    private final String after;

    Way(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** @param name of the variable, the method, the field or the type */
    String text(String name) {
        return before + name + after;
    }

    /** Whether it leads out of the method or the object that it was in. */
    boolean leaves() {
        return this != ORIGIN && this != HELD && this != PICKED;
    }
}
