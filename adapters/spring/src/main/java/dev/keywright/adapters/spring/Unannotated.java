package dev.keywright.adapters.spring;

/** What happens with handlers that have no Keywright annotation. They are listed at the start in any case. */
public enum Unannotated {

    /** They are served as if Keywright was not there. The default. */
    LIST,

    /** They are refused with 403. */
    DENY
}
