package dev.keywright.adapters.spring;

import dev.keywright.adapters.servlet.Completion;
import dev.keywright.adapters.servlet.Passage;
import dev.keywright.runtime.Caller;
import dev.keywright.runtime.Denied;
import dev.keywright.runtime.GuardedEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stands just before the handler on every dispatch type: a {@code HandlerAdapter} that comes before all others, takes every
 * handler and hands it to the one that would have had it. Nothing of Spring runs between this and the handler except the
 * adapter that calls it.
 */
final class SecondDoor implements HandlerAdapter, Ordered {

    private final Door door;
    private final Supplier<List<HandlerAdapter>> others;
    private final CallerPublisher publisher;

    SecondDoor(Door door, Supplier<List<HandlerAdapter>> others, CallerPublisher publisher) {
        this.door = door;
        this.others = others;
        this.publisher = publisher;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return delegateOf(handler) != null;
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        HandlerAdapter delegate = delegateOf(handler);
        if (delegate == null) {
            throw new IllegalStateException(Messages.noDelegate(handler));
        }
        boolean unfiltered = Passage.find(request) == null;
        Passage passage = Passage.of(request, door.keywright());
        if (!unfiltered) {
            return enter(passage, request, response, handler, delegate);
        }
        // The filters were left out (MockMvc without them, say): the door does their part as well.
        Completion completion = new Completion(passage);
        try {
            return enter(passage, passage.guarded(request), response, handler, delegate);
        } catch (Exception | Error e) {
            completion.failed();
            throw e;
        } finally {
            completion.end(request, response);
        }
    }

    private @Nullable ModelAndView enter(
            Passage passage,
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            HandlerAdapter delegate)
            throws Exception {
        GuardedHandler known = door.lookUp(handler);
        Denied denied = door.decide(known, passage, response);
        if (denied != null) {
            door.refuse(known, denied, request, response);
            return null;
        }
        GuardedEndpoint endpoint = known.endpoint();
        Caller caller = endpoint == null ? null : passage.callerOf(endpoint).orElse(null);
        request.setAttribute(CallerArgumentResolver.ATTRIBUTE, caller);
        request.setAttribute(LoginArgumentResolver.ATTRIBUTE, endpoint == null ? null : passage.loginOf(endpoint));
        if (caller == null || caller.isAnonymous()) {
            return delegate.handle(request, response, handler);
        }
        CallerPublisher.Scope scope = publisher.publish(caller);
        try {
            return delegate.handle(request, response, handler);
        } finally {
            scope.close();
        }
    }

    private @Nullable HandlerAdapter delegateOf(Object handler) {
        for (HandlerAdapter other : others.get()) {
            if (other.supports(handler)) {
                return other;
            }
        }
        return null;
    }

    /** Guarded handlers have no modification time of their own; Spring 7 does not ask any more. */
    @Override
    @SuppressWarnings("deprecation")
    public long getLastModified(HttpServletRequest request, Object handler) {
        return -1;
    }
}
