package dev.keywright.adapters.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;

/** The captured body as the request's stream. Everything is there already, so it is always ready. */
final class ReplayedStream extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    ReplayedStream(byte[] body) {
        this.bytes = new ByteArrayInputStream(body);
    }

    @Override
    public boolean isFinished() {
        return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** Tells the listener at once, on this thread. */
    @Override
    public void setReadListener(ReadListener listener) {
        Objects.requireNonNull(listener);
        try {
            if (!isFinished()) {
                listener.onDataAvailable();
            }
            if (isFinished()) {
                listener.onAllDataRead();
            }
        } catch (IOException e) {
            listener.onError(e);
        }
    }

    @Override
    public int read() {
        return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return bytes.read(target, offset, length);
    }

    @Override
    public int available() {
        return bytes.available();
    }

    @Override
    public long skip(long count) {
        return bytes.skip(count);
    }
}
