package dev.keywright.adapters.spring.test;

import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Lets MockMvc requests pass their guards, by real credentials that are made for this one request: nothing is switched off.
 *
 * <pre>{@code
 * mvc.perform(get("/orders").with(apiKey("orders:read"))).andExpect(status().isOk());
 * mvc.perform(post("/hooks").content(body).with(signed("shop-webhook"))).andExpect(status().isOk());
 * }</pre>
 *
 * <p>Write {@code with(signed(…))} last, since later changes of the request are not signed. Multipart requests cannot be
 * signed here: MockMvc has no bytes of theirs.
 */
public final class KeywrightMockMvc {

    private KeywrightMockMvc() {}

    /** Presents a new API key with these scopes, whatever header the endpoint names. */
    public static RequestPostProcessor apiKey(String... scopes) {
        return request -> {
            request.addHeader(
                    "Authorization",
                    "ApiKey " + credentials(request.getServletContext()).newKey(scopes));
            return request;
        };
    }

    /** Presents a new bearer token of the owner {@code test} with these scopes. */
    public static RequestPostProcessor bearer(String... scopes) {
        return request -> {
            request.addHeader(
                    "Authorization",
                    "Bearer " + credentials(request.getServletContext()).newToken(scopes));
            return request;
        };
    }

    /**
     * Signs the request with the secret that the endpoint names, under every scheme; a guard looks at the signature of its
     * own. An endpoint that takes either of two schemes, by {@code @AnyOf}, refuses both at once. Under STRIPE and SLACK the
     * same body is admitted once a second, since nothing else tells two deliveries apart.
     */
    public static RequestPostProcessor signed(String secret) {
        return request -> {
            credentials(request.getServletContext()).sign(request, secret);
            return request;
        };
    }

    private static TestCredentials credentials(jakarta.servlet.ServletContext servletContext) {
        WebApplicationContext context = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
        return context.getBeanProvider(TestCredentials.class).getIfAvailable(() -> {
            throw new IllegalStateException("There are no test credentials in this application context; put"
                    + " @AutoConfigureMockMvc or @Import(KeywrightMockMvcConfiguration.class) on the test.");
        });
    }
}
