package dev.keywright.benchmarks;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * The same servlet requests through nothing, through Keywright's servlet adapter and through Spring Security's filter chain: an
 * API key that SHA-256 finds, and an HMAC with a nonce. Each call makes its own request and response, as a container does;
 * {@code bare} says what that costs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpringBenchmark {

    /** What a request presents. */
    public enum Credential {
        API_KEY,
        CANONICAL,
        WRONG_KEY
    }

    @Param
    Credential mechanism;

    private final Filter nothing = (request, response, chain) -> chain.doFilter(request, response);
    private ServletRequests requests;
    private Filter keywright;
    private Filter lean;
    private Filter usual;

    @Setup
    public void prepare() {
        requests = new ServletRequests(mechanism);
        keywright = KeywrightFilter.of(requests);
        lean = SpringChains.of(requests, true);
        usual = SpringChains.of(requests, false);
    }

    @Benchmark
    public Object bare() throws Exception {
        return pass(nothing, true);
    }

    @Benchmark
    public Object keywright() throws Exception {
        return pass(keywright, requests.right());
    }

    @Benchmark
    public Object springSecurityLean() throws Exception {
        return pass(lean, requests.right());
    }

    @Benchmark
    public Object springSecurityUsual() throws Exception {
        return pass(usual, requests.right());
    }

    private Object pass(Filter filter, boolean admitted) throws Exception {
        MockHttpServletRequest request = requests.next();
        MockHttpServletResponse response = new MockHttpServletResponse();
        boolean[] handled = new boolean[1];
        filter.doFilter(request, response, (last, end) -> {
            last.getInputStream().readAllBytes();
            ((HttpServletResponse) end).setStatus(HttpServletResponse.SC_NO_CONTENT);
            handled[0] = true;
        });
        if (handled[0] != admitted) {
            throw new IllegalStateException("The request under measurement ended with " + response.getStatus());
        }
        return response;
    }
}
