package dev.keywright.benchmarks;

import dev.keywright.runtime.Verdict;

/** One mechanism under measurement, for one thread: a request that is admitted, one that is refused, and what neither can do without. */
interface Kit {

    /** Checks the next request, which is admitted. */
    Verdict admitted();

    /** Checks the next request, whose credential is well formed and wrong. */
    Verdict refused();

    /** The bare primitives of an admitted request, on the same data. */
    Object primitive();
}
