package dev.keywright.checks.models;

/** What libraries do. */
public final class Models {

    private static final Models BUILT_IN = new Models();

    private Models() {}

    /** The facts that ship with Keywright. */
    public static Models builtIn() {
        return BUILT_IN;
    }
}
