package dev.keywright.checks.flow;

/** A method is too long or too deep to be followed to its end. */
final class BudgetExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final BudgetExceeded INSTANCE = new BudgetExceeded();

    private BudgetExceeded() {
        super("budget", null, false, false);
    }
}
