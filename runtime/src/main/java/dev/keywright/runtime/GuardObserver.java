package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;

/**
 * Watches every check, for metrics. Called by the threads of requests: implementations are safe for use by many threads and
 * return at once; what they throw is logged once and changes no decision. Values are few and hold nothing that a caller sent.
 */
public interface GuardObserver {

    /**
     * A check has ended.
     *
     * @param endpoint the name of the endpoint, as in its policy
     * @param mechanism what was presented: {@code none}, {@code api_key}, {@code hmac}, {@code bearer}, several joined by
     *     {@code +}; {@code login} for an attempt to log in
     * @param reason the precise outcome
     * @param nanos how long the check took, from its beginning, in nanoseconds
     */
    void decided(String endpoint, String mechanism, Reason reason, long nanos);

    /** The handler of an admitted exchange has ended, as far as the adapter tells. */
    default void completed(String endpoint, Outcome outcome) {}
}
