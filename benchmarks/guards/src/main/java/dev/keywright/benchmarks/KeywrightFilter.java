package dev.keywright.benchmarks;

import dev.keywright.adapters.servlet.Completion;
import dev.keywright.adapters.servlet.Denials;
import dev.keywright.adapters.servlet.Passage;
import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.Denied;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.HmacPolicy;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an adapter for servlets does for one endpoint, whose handler is known already. */
record KeywrightFilter(GuardedEndpoint endpoint) implements Filter {

    static Filter of(ServletRequests requests) {
        if (requests.signed()) {
            String secret = "secret-" + Application.next();
            Application.SECRETS.put(secret, "a=" + new String(requests.secret(), StandardCharsets.UTF_8));
            EndpointPolicy policy = EndpointPolicy.of("shop.Hook#receive()")
                    .hmac(HmacPolicy.of("CANONICAL", secret, "600 seconds", "1 MiB"))
                    .build();
            return new KeywrightFilter(new GuardedEndpoint(
                    policy, "receive", List.of(), exchange -> Application.bySignature(policy, exchange)));
        }
        Application.KEYS.put(requests.key().record());
        EndpointPolicy policy = EndpointPolicy.of("shop.Orders#create()")
                .apiKey(ApiKeyPolicy.of("X-API-Key", "", "", "orders:write"))
                .build();
        return new KeywrightFilter(
                new GuardedEndpoint(policy, "create", List.of(), exchange -> Application.byKey(policy, exchange)));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest received = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        Passage passage = Passage.of(received, Application.keywright());
        HttpServletRequest guarded = passage.guarded(received);
        Completion completion = new Completion(passage);
        if (passage.check(endpoint) instanceof Denied denied) {
            Denials.write(denied, received, answer);
            completion.end(guarded, answer);
            return;
        }
        passage.headersOf(endpoint).forEach(header -> answer.setHeader(header.name(), header.value()));
        try {
            chain.doFilter(guarded, answer);
        } finally {
            completion.end(guarded, answer);
        }
    }
}
