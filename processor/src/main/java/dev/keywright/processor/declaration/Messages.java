package dev.keywright.processor.declaration;

import dev.keywright.processor.descriptor.Access;
import dev.keywright.processor.descriptor.Credential;
import dev.keywright.processor.framework.Framework;
import java.util.stream.Collectors;

/** Every sentence that this module says to a user. Each says what is wrong and what to write instead. */
public final class Messages {

    private Messages() {}

    static String headerWithOtherMeaning(String header) {
        return "The header '" + header
                + "' has a meaning of its own and cannot carry an API key; write a header such as"
                + " \"X-API-Key\" (a key in 'Authorization: ApiKey <key>' is accepted without being named here).";
    }

    static String repeatedScope(String scope) {
        return "The scope '" + scope + "' stands here twice; take one away.";
    }

    static String blankReason() {
        return "The reason of @PublicEndpoint is blank; say in a few words why everybody may call this, as in"
                + " \"health check of the load balancer\".";
    }

    static String publicBesideMechanism(String mechanism) {
        return "@PublicEndpoint says that everybody may call this method and @" + mechanism
                + " says the opposite; remove one of the two.";
    }

    static String bearerNotEnforced() {
        return "The Keywright runtime on the class path does not enforce @BearerProtected, so the endpoint would be open;"
                + " use a newer keywright-runtime.";
    }

    static String loginNotEnforced() {
        return "The Keywright runtime on the class path does not enforce @LoginProtected, so guesses would go uncounted;"
                + " use a newer keywright-runtime.";
    }

    static String loginWithoutBody(String endpoint, String verb) {
        return "@LoginProtected reads the account from the request's body, and " + endpoint + " answers " + verb
                + ", which has none; put the annotation on the method that takes the password, with POST.";
    }

    static String secondBearer() {
        return "Another credential of this endpoint is a bearer token too, and a request has only one place for it; keep"
                + " one of the two.";
    }

    static String schemeNotEnforced(String scheme) {
        return "The Keywright runtime on the class path does not verify the scheme " + scheme
                + ", so the endpoint would be open; write scheme = SignatureScheme.CANONICAL, or use a newer"
                + " keywright-runtime.";
    }

    static String runtimeMissing(String annotation) {
        return "Nothing would enforce @" + annotation
                + ": keywright-runtime is not on the class path; add the dependency"
                + " dev.keywright:keywright-runtime or an adapter that brings it.";
    }

    static String anyOfWithoutChoice(int alternatives) {
        return alternatives == 0
                ? "@AnyOf lists no credential, so nobody could call this; list at least two, as in"
                        + " @AnyOf(apiKey = @ApiKeyProtected, hmac = @HmacSigned(secret = \"…\"))."
                : "@AnyOf lists one credential, which is no choice; put that annotation on the endpoint itself, or list"
                        + " another.";
    }

    static String sameHeader(String header) {
        return "Another credential of this endpoint is read from the header '" + header
                + "' too, and the two could not be told apart; write another one here, as in header ="
                + " \"X-Partner-Key\", or keep one of the two.";
    }

    static String sameSignature(String header) {
        return "Another credential of this endpoint is read from the header '" + header
                + "', which carries this signature, and the two could not be told apart; keep one signature, and give"
                + " an API key a header of its own.";
    }

    static String twoSignatures() {
        return "One request is verified by one signature, and another is required already; keep one, or move both into"
                + " @AnyOf.";
    }

    static String credentialLimitWithoutMechanism(String endpoint) {
        return "This limit counts by credential, but " + endpoint + " asks for none; add @ApiKeyProtected or"
                + " @HmacSigned, or write by = LimitBy.ADDRESS.";
    }

    static String weakened(String endpoint, String inherited, Access demanded, Access instead) {
        return endpoint + " asks for less than " + inherited + ", which it overrides: " + describe(demanded)
                + " there, " + describe(instead) + " here; repeat here what is demanded there, or take the annotation"
                + " away to inherit it.";
    }

    static String severalInherited(String endpoint, String first, String second) {
        return endpoint + " inherits different mechanisms from " + first + " and " + second
                + "; put the ones to enforce on " + endpoint + " itself, covering both.";
    }

    static String privateEndpoint(String annotation) {
        return "No framework calls a private method through its guard, so nothing would enforce @" + annotation
                + " here; make the method package-private or public.";
    }

    static String staticEndpoint(String annotation) {
        return "No framework calls a static method for a request, so nothing would enforce @" + annotation
                + " here; make it an instance method.";
    }

    static String abstractEndpoint(String annotation) {
        return "An abstract method of a class answers no request, so @" + annotation
                + " does nothing here; put it on the method that implements this one, or declare this one in an"
                + " interface, whose annotations are inherited.";
    }

    static String metaAnnotation(String annotation) {
        return "@" + annotation + " is not read through another annotation, so nothing would enforce it; put it on the"
                + " endpoint itself.";
    }

    static String client(String annotation) {
        return "This interface describes calls that the application makes, not ones that it answers, so nothing would"
                + " enforce @" + annotation + "; put it on the handler of the other side.";
    }

    static String notAnEndpoint(String annotation, String method, Framework framework) {
        return "Nothing would enforce @" + annotation + ": " + framework.title() + " never calls " + method
                + " for a request; " + mend(framework) + ", or move the annotation to a method that has one.";
    }

    private static String mend(Framework framework) {
        return switch (framework) {
            case SPRING_MVC, SPRING_WEBFLUX -> "give it a route such as @GetMapping";
            case JAKARTA_REST, JAVAX_REST -> "give it a route such as @GET";
            case MICRONAUT -> "give it a route such as @Get";
            case JDK_HTTP -> "the endpoint of an HttpHandler is handle(HttpExchange): override that";
            case SERVLET, JAVAX_SERVLET -> "the endpoints of a servlet are doGet, doPost and the like: override one";
            case CUSTOM -> "override a method of a type that -Akeywright.handlers names";
        };
    }

    static String noHandler(String annotation, String type) {
        return "Nothing would enforce @" + annotation + ": " + type + " is no handler of a framework that Keywright"
                + " knows (a Spring controller, an HttpHandler, a servlet, a Jakarta REST resource); put it on the"
                + " handler's method, or name the type or annotation that your own adapter guards with"
                + " -Akeywright.handlers=….";
    }

    static String inheritedByNoEndpoint(String annotation, String method, String inherited) {
        return "Nothing would enforce @" + annotation + ", which " + method + " inherits from " + inherited
                + ": no framework calls " + method + " for a request; give it a route, or take the annotation there to"
                + " the handler.";
    }

    static String noEndpoints(String annotation, String type) {
        return "@" + annotation + " holds for the endpoint methods of " + type
                + ", but there are none; add one, or take the annotation away.";
    }

    static String adapterMissing(String annotation, Framework framework) {
        String start = "Nothing would enforce @" + annotation + ": ";
        return framework.artifact().isEmpty()
                ? start + "this version of Keywright has no adapter for " + framework.title()
                        + "; serve the endpoint through Spring MVC or the JDK's HttpServer, or take"
                        + " the annotation away."
                : start + "the adapter for " + framework.title() + " is not on the class path; add the dependency "
                        + framework.artifact() + ".";
    }

    static String bootMissing(String annotation) {
        return "Nothing would enforce @" + annotation
                + ": keywright-spring is started by Spring Boot's auto-configuration, and"
                + " Spring Boot is not on the class path. Add org.springframework.boot:spring-boot-autoconfigure; where another"
                + " module starts the application with it, the scope provided will do.";
    }

    static String inSupertype(String type, String message) {
        return "A declaration inherited from " + type + " is wrong: " + message;
    }

    /** The guard's file cannot be written. */
    public static String guardNotWritten(String guard, String reason) {
        return "The guard " + guard + " cannot be written: " + reason + "; if a class of that name exists, rename it.";
    }

    /** The list of endpoints cannot be written. */
    public static String indexNotWritten(String path, String reason) {
        return "The list of endpoints " + path + " cannot be written: " + reason;
    }

    /** A class made Keywright itself fail. Its guard is missing, so the build must not go on. */
    public static String crashed(String type, Throwable failure) {
        return "Keywright failed on " + type + " and wrote no guard for it (" + failure
                + "); please report this with the class's declarations.";
    }

    private static String describe(Access access) {
        if (access.isPublic()) {
            return "@PublicEndpoint";
        }
        String required = access.required().stream().map(Messages::describe).collect(Collectors.joining(" and "));
        String anyOf = access.anyOf().stream().map(Messages::describe).collect(Collectors.joining(" or "));
        if (required.isEmpty()) {
            return anyOf;
        }
        return anyOf.isEmpty() ? required : required + " and one of " + anyOf;
    }

    private static String describe(Credential credential) {
        if (credential instanceof Credential.ApiKey key) {
            String scopes = key.scopes().isEmpty() ? "" : " with " + String.join(", ", key.scopes());
            return "@ApiKeyProtected" + scopes + (key.store().isEmpty() ? "" : " from store " + key.store());
        }
        if (credential instanceof Credential.Bearer bearer) {
            String scopes = bearer.scopes().isEmpty() ? "" : " with " + String.join(", ", bearer.scopes());
            return "@BearerProtected" + scopes
                    + (bearer.verifier().isEmpty() ? "" : " by verifier " + bearer.verifier());
        }
        Credential.Hmac hmac = (Credential.Hmac) credential;
        return "@HmacSigned by " + hmac.secretName() + " (" + hmac.scheme() + ", " + hmac.tolerance() + ")";
    }
}
