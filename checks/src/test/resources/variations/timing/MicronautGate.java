package io.acme.micronaut;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;

@Controller("/hooks")
public class MicronautGate {
    @Property(name = "hooks.secret")
    String expected;

    @Post("/a")
    public HttpResponse<?> a(HttpRequest<?> request) {
        String given = request.getHeaders().get("X-Hook-Secret");
        if (given == null || given.compareTo(expected) != 0) { // BUG: TimingUnsafeComparison
            return HttpResponse.unauthorized();
        }
        return HttpResponse.ok();
    }

    @Post("/b")
    public HttpResponse<?> b(@Header("X-Hook-Secret") String given) {
        return expected.equals(given) ? HttpResponse.ok() : HttpResponse.unauthorized(); // BUG: TimingUnsafeComparison
    }
}
