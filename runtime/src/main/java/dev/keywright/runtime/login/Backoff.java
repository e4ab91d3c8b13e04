package dev.keywright.runtime.login;

import java.util.List;

/**
 * How long to wait after so many attempts that did not succeed. Immutable.
 *
 * @param free how many attempts cost no wait
 * @param delaysMillis the wait after each further attempt, in milliseconds, the last one also after all later attempts; empty
 *     when nothing ever waits and attempts are merely counted
 * @param leakMillis after how much quiet time, counted from the end of the last wait, one attempt is forgotten
 */
public record Backoff(int free, List<Long> delaysMillis, long leakMillis) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when one is negative, or the leak is not positive
     */
    public Backoff {
        delaysMillis = List.copyOf(delaysMillis);
        if (free < 0 || leakMillis <= 0 || delaysMillis.stream().anyMatch(delay -> delay < 0)) {
            throw new IllegalArgumentException(LoginMessages.badBackoff());
        }
    }

    /** Where counting stops: more attempts change nothing. */
    public int most() {
        return free + delaysMillis.size();
    }

    /** The wait after the given number of attempts, in milliseconds. */
    public long delayMillis(int count) {
        return count <= free || delaysMillis.isEmpty()
                ? 0
                : delaysMillis.get(Math.min(count - free, delaysMillis.size()) - 1);
    }
}
