package dev.keywright.store.redis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the store says while this is open. */
final class Heard extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("dev.keywright.redis");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Heard() {
        setLevel(Level.ALL);
        logger.addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord message) {
        lines.add(message.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
