package dev.keywright.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal that says how far a scan is. Says nothing when nobody watches. Thread-safe. */
final class Progress {

    private static final long MILLIS_BETWEEN = 150;
    private static final long MILLIS_BEFORE_GUESS = 2_000;
    private static final double LEAST_SHARE_TO_GUESS = 0.1;

    private final PrintWriter err;
    private final boolean watched;
    private final LongSupplier millis;
    private final long begun;
    private long shown;

    Progress(PrintWriter err, boolean watched, LongSupplier millis) {
        this.err = err;
        this.watched = watched;
        this.millis = millis;
        this.begun = millis.getAsLong();
        this.shown = begun;
    }

    /** Reading takes the first half of the time and checking the second, as near as can be told beforehand. */
    synchronized void reading(int done, int files) {
        show("Reading " + done + " of " + files + " files", files == 0 ? 1 : 0.5 * done / files);
    }

    synchronized void checking(int done, int files, int findings) {
        String counts = "Checking " + done + " of " + files + " files, " + findings + " findings";
        show(counts, files == 0 ? 1 : 0.5 + 0.5 * done / files);
    }

    synchronized void end() {
        if (watched) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private void show(String text, double share) {
        long now = millis.getAsLong();
        if (!watched || now - shown < MILLIS_BETWEEN) {
            return;
        }
        shown = now;
        long spent = now - begun;
        String left = spent < MILLIS_BEFORE_GUESS || share < LEAST_SHARE_TO_GUESS || share >= 1
                ? ""
                : String.format(Locale.ROOT, ", about %d s left", Math.round(spent * (1 - share) / share / 1000));
        err.print("\r\u001b[K" + text + left);
        err.flush();
    }
}
