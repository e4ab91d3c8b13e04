package io.acme.javalin;

import io.javalin.Javalin;

public class JavalinAccess {
    public static void main(String[] args) {
        String apiKey = System.getenv("API_KEY");
        Javalin app = Javalin.create();
        app.before(ctx -> {
            if (!apiKey.equals(ctx.header("X-Api-Key"))) { // BUG: TimingUnsafeComparison
                ctx.status(401);
            }
        });
    }
}
