package dev.keywright.adapters.spring;

import java.util.List;

/** The application must not start: Spring would reach at least one annotated handler without its guard. */
public final class SpringStartRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SpringStartRefusedException(List<String> problems) {
        super(Messages.startRefused(problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, one sentence each. Holds no secret. */
    public List<String> problems() {
        return problems;
    }
}
