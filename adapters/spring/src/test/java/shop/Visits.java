package shop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which handlers really ran. */
public final class Visits {

    public static final List<String> RUN = new CopyOnWriteArrayList<>();

    private Visits() {}

    static void note(String handler) {
        RUN.add(handler);
    }
}
