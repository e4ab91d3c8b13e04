package dev.keywright.runtime;

import java.util.List;

/** The application must not start: at least one endpoint would not be guarded as its annotations say. */
public final class StartRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    StartRefusedException(List<String> problems) {
        super(Messages.startRefused(problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, one sentence each. Holds no secret. */
    public List<String> problems() {
        return problems;
    }
}
