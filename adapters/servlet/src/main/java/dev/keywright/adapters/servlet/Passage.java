package dev.keywright.adapters.servlet;

import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.Caller;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Header;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.LoginAttempt;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through filters, dispatches and handlers: what was decided about it, for which endpoints, and its
 * body. It travels as a request attribute, so that it is there on every dispatch type. Used by one thread at a time, as the
 * request itself.
 */
public final class Passage {

    private static final String ATTRIBUTE = Passage.class.getName();

    private final Keywright keywright;
    private final CapturedBody body;
    private final Exchange exchange;
    private final Map<GuardedEndpoint, Admitted> admissions = new IdentityHashMap<>(2);
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> hiddenSchemes = new HashSet<>();
    private @Nullable Admitted latest;

    private Passage(Keywright keywright, HttpServletRequest request) {
        this.keywright = keywright;
        this.body = new CapturedBody(request, keywright);
        this.exchange = new ServletExchange(request, body);
    }

    /** The passage of a request; begun with this call if there is none. */
    public static Passage of(HttpServletRequest request, Keywright keywright) {
        Passage known = find(request);
        if (known != null) {
            return known;
        }
        Passage begun = new Passage(keywright, request);
        request.setAttribute(ATTRIBUTE, begun);
        return begun;
    }

    /** The passage of a request; null when no guard or filter of ours has seen it. */
    public static @Nullable Passage find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Passage passage ? passage : null;
    }

    /**
     * The request to hand on: it replays a captured body and notices when someone reads one that was not. Returned as it is
     * when it is, or wraps, such a request already.
     */
    public HttpServletRequest guarded(HttpServletRequest request) {
        jakarta.servlet.ServletRequest current = request;
        while (current instanceof jakarta.servlet.ServletRequestWrapper wrapper) {
            if (current instanceof GuardedRequest) {
                return request;
            }
            current = wrapper.getRequest();
        }
        return new GuardedRequest(request, this);
    }

    /** The request as the guard sees it. */
    public Exchange exchange() {
        return exchange;
    }

    /** Whether this very endpoint may be entered. */
    public boolean isAdmittedTo(GuardedEndpoint endpoint) {
        return admissions.containsKey(endpoint);
    }

    /** Asks the endpoint's guard, and remembers an admission. Call it once per endpoint. */
    public Verdict check(GuardedEndpoint endpoint) {
        Verdict verdict = endpoint.check(exchange);
        if (verdict instanceof Admitted admitted) {
            admissions.put(endpoint, admitted);
            latest = admitted;
            if (keywright.hideCredentials()) {
                hidden.addAll(endpoint.policy().credentialHeaders());
                hiddenSchemes.addAll(endpoint.policy().authorizationSchemes());
            }
        }
        return verdict;
    }

    /** The caller of an endpoint that was admitted. */
    public Optional<Caller> callerOf(GuardedEndpoint endpoint) {
        return Optional.ofNullable(admissions.get(endpoint)).map(Admitted::caller);
    }

    /** What an admission adds to the handler's answer. */
    public List<Header> headersOf(GuardedEndpoint endpoint) {
        Admitted admitted = admissions.get(endpoint);
        return admitted == null ? List.of() : admitted.headers();
    }

    /** The log-in that an admission to this endpoint attempts; null when it bears no {@code @LoginProtected}. */
    public @Nullable LoginAttempt loginOf(GuardedEndpoint endpoint) {
        Admitted admitted = admissions.get(endpoint);
        return admitted == null ? null : admitted.login();
    }

    /** The caller of the latest admission; empty when there is none. */
    public Optional<Caller> caller() {
        return Optional.ofNullable(latest).map(Admitted::caller);
    }

    /** Tells every admission how the request ended, and lets the captured body go. Later calls change nothing. */
    public void completed(Outcome outcome) {
        admissions.values().forEach(admitted -> admitted.completed(outcome));
        body.release();
    }

    CapturedBody body() {
        return body;
    }

    boolean hides(String header) {
        return !hidden.isEmpty() && hidden.contains(header.toLowerCase(Locale.ROOT));
    }

    /** What handlers may see of a hidden header: only Authorization of a scheme that is not ours. */
    List<String> visible(String header, List<String> values) {
        return "authorization".equalsIgnoreCase(header)
                ? values.stream().filter(value -> !isHiddenScheme(value)).toList()
                : List.of();
    }

    private boolean isHiddenScheme(String authorization) {
        String value = authorization.stripLeading();
        return hiddenSchemes.stream().anyMatch(scheme -> value.regionMatches(true, 0, scheme, 0, scheme.length()));
    }
}
