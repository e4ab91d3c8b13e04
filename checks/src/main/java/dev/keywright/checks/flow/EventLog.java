package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens in one method, each happening once: seen again, it is joined with what was seen before. */
final class EventLog {

    /** Events are the same when they happen at the same place in the source, seen through the same helper's event. */
    private record EventKey(
            Class<?> type, Span span, Object what, @Nullable Object inner) {}

    private final Map<EventKey, Event> events = new LinkedHashMap<>();

    List<Event> all() {
        return List.copyOf(events.values());
    }

    /** What happens to the method's inputs: where it is called, it happens to what the caller hands in. */
    List<Event> replayable() {
        List<Event> replayable = new ArrayList<>();
        for (Event event : events.values()) {
            if (depends(event) && replayable.size() < 64 && event.depth() < 5) {
                replayable.add(event);
            }
        }
        return replayable;
    }

    void record(Event event) {
        Object what = event instanceof Event.Sink sink
                ? List.of(sink.kind(), sink.argument())
                : event instanceof Event.Comparison comparison
                        ? comparison.method()
                        : event instanceof Event.Named named ? named.name() : "";
        Object inner = event.inner() == null ? null : origin(event.inner());
        EventKey key = new EventKey(event.getClass(), event.span(), what, inner);
        Event before = events.get(key);
        if (before != null) {
            events.put(key, before.join(event));
        } else if (events.size() < FlowEngine.EVENT_LIMIT) {
            events.put(key, event);
        }
    }

    /** Where it all happens, through however many helpers: two comparisons in one helper are two. */
    private static Object origin(Event event) {
        Event innermost = event.innermost();
        return List.of(innermost.file().path(), innermost.span(), event.span());
    }

    private static boolean depends(Event event) {
        if (event instanceof Event.Comparison comparison) {
            return !comparison.left().inputs().isEmpty()
                    || !comparison.right().inputs().isEmpty();
        }
        if (event instanceof Event.Sink sink) {
            return !sink.value().inputs().isEmpty();
        }
        if (event instanceof Event.Named named) {
            return !named.value().inputs().isEmpty();
        }
        return event instanceof Event.Text text && !text.value().inputs().isEmpty();
    }
}
