/** The annotations that a user of Keywright writes. */
module dev.keywright.annotations {
    exports dev.keywright.annotations;
    exports dev.keywright.annotations.internal.grammar to
            dev.keywright.runtime;
}
