package com.maps.api;

import io.javalin.http.Context;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.ext.web.RoutingContext;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.ServerRequest;
import spark.Request;

@RestController
class QueryKeys {
    @GetMapping("/tiles")
    byte[] tiles(@RequestParam String apiKey, @RequestParam int z) { // BUG: SecretFromQueryParameter
        return new byte[z];
    }

    @RequestMapping(value = "/export", method = RequestMethod.GET)
    byte[] export(@RequestParam(name = "access_token") String t) { // BUG: SecretFromQueryParameter
        return new byte[0];
    }

    @GetMapping("/header")
    byte[] header(@RequestHeader("X-Api-Key") String apiKey) { // OK: SecretFromQueryParameter
        return new byte[0];
    }

    @PostMapping(value = "/form", consumes = "application/x-www-form-urlencoded")
    void form(@RequestParam String username, @RequestParam String newPassword) {} // OK: SecretFromQueryParameter

    @GetMapping("/confirm")
    void confirm(@RequestParam("token") String confirmationToken) {} // OK: SecretFromQueryParameter

    @GetMapping("/page")
    void page(@RequestParam("pageToken") String pageToken, @RequestParam("key") String key) {} // OK: SecretFromQueryParameter
}

@Path("/reports")
class Reports {
    @GET
    public String all(@QueryParam("password") String password) { // BUG: SecretFromQueryParameter
        return "";
    }
}

@Controller("/m")
class MicronautKeys {
    @Get("/list")
    String list(@QueryValue("api-key") String key) { // BUG: SecretFromQueryParameter
        return "";
    }
}

class Servlets extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) {
        String key = req.getParameter("api_key"); // BUG: SecretFromQueryParameter
        resp.setIntHeader("n", key.length());
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) {
        String password = req.getParameter("passphrase"); // OK: SecretFromQueryParameter
        resp.setIntHeader("n", password.length());
    }
}

class Handlers {
    void vertx(RoutingContext ctx) {
        String key = ctx.queryParams().get("apikey"); // BUG: SecretFromQueryParameter
        ctx.put("n", key.length());
    }

    void vertxRequest(RoutingContext ctx) {
        String key = ctx.request().getParam("access_token"); // BUG: SecretFromQueryParameter
        ctx.put("n", key.length());
    }

    void javalin(Context ctx) {
        String key = ctx.queryParam("api_key"); // BUG: SecretFromQueryParameter
        ctx.result(String.valueOf(key.length()));
    }

    Object spark(Request request) {
        return request.queryParams("clientSecret").length(); // BUG: SecretFromQueryParameter
    }

    int webflux(ServerRequest request) {
        return request.queryParam("apiKey").orElse("").length(); // BUG: SecretFromQueryParameter
    }

    int reactive(ServerHttpRequest request) {
        return request.getQueryParams().getFirst("access_token").length(); // BUG: SecretFromQueryParameter
    }

    int netty(String uri) {
        return new QueryStringDecoder(uri).parameters().get("auth_token").get(0).length(); // BUG: SecretFromQueryParameter
    }

    String sort(Context ctx) {
        return ctx.queryParam("sortKey"); // OK: SecretFromQueryParameter
    }
}
