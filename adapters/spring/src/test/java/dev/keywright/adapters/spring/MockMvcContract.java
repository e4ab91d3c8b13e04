package dev.keywright.adapters.spring;

import static dev.keywright.adapters.spring.test.KeywrightMockMvc.apiKey;
import static dev.keywright.adapters.spring.test.KeywrightMockMvc.bearer;
import static dev.keywright.adapters.spring.test.KeywrightMockMvc.signed;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a test with {@code @WebMvcTest} can do; the annotation itself has another package in each Spring Boot. */
public abstract class MockMvcContract {

    @Autowired
    private MockMvc mvc;

    @Test
    void without_a_key_the_guard_refuses() throws Exception {
        mvc.perform(get("/slice")).andExpect(status().isUnauthorized());
        mvc.perform(get("/slice").header("X-Slice-Key", "test_nonsense")).andExpect(status().isUnauthorized());
    }

    @Test
    void a_key_with_the_scope_passes() throws Exception {
        mvc.perform(get("/slice").with(apiKey("slice:read")))
                .andExpect(status().isOk())
                .andExpect(content().string("test"));
    }

    @Test
    void a_key_without_the_scope_is_forbidden() throws Exception {
        mvc.perform(get("/slice").with(apiKey("slice:write"))).andExpect(status().isForbidden());
    }

    @Test
    void a_token_with_the_scope_passes_and_others_do_not() throws Exception {
        mvc.perform(get("/slice/me").with(bearer("slice:read")))
                .andExpect(status().isOk())
                .andExpect(content().string("test[BEARER]"));
        mvc.perform(get("/slice/me").with(bearer())).andExpect(status().isForbidden());
        mvc.perform(get("/slice/me").with(apiKey("slice:read"))).andExpect(status().isUnauthorized());
        mvc.perform(get("/slice/me").header("Authorization", "Bearer nonsense")).andExpect(status().isUnauthorized());
    }

    @Test
    void a_signed_request_passes_with_its_body() throws Exception {
        mvc.perform(post("/slice/hook?q=1")
                        .contentType("text/plain")
                        .content("body")
                        .with(signed("slice-webhook")))
                .andExpect(status().isOk())
                .andExpect(content().string("body1"));
    }

    @Test
    void a_webhook_passes_under_each_scheme_and_with_another_body_under_none() throws Exception {
        for (String scheme : List.of("standard-webhooks", "stripe", "slack", "github", "shopify")) {
            mvc.perform(post("/slice/" + scheme)
                            .contentType("application/json")
                            .content("{}")
                            .with(signed("slice-" + scheme)))
                    .andExpect(status().isOk())
                    .andExpect(content().string("{}"));
            mvc.perform(post("/slice/" + scheme)
                            .contentType("application/json")
                            .content("{}")
                            .with(signed("slice-" + scheme))
                            .with(request -> {
                                request.setContent("[]".getBytes(StandardCharsets.UTF_8));
                                return request;
                            }))
                    .andExpect(status().isUnauthorized());
        }
    }

    @Test
    void a_signed_form_gives_each_field_once() throws Exception {
        mvc.perform(post("/slice/form?q=1")
                        .contentType("application/x-www-form-urlencoded")
                        .content("a=2")
                        .with(signed("slice-webhook")))
                .andExpect(status().isOk())
                .andExpect(content().string("[1][2]"));
    }

    @Test
    void a_request_signed_with_another_secret_is_refused() throws Exception {
        mvc.perform(post("/slice/hook?q=1")
                        .contentType("text/plain")
                        .content("body")
                        .with(signed("other-secret")))
                .andExpect(status().isUnauthorized());
    }
}
