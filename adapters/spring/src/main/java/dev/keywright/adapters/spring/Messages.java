package dev.keywright.adapters.spring;

import java.util.List;

/** Every sentence that this module shows to those who run it. */
final class Messages {

    private Messages() {}

    static String startRefused(List<String> problems) {
        StringBuilder text = new StringBuilder("Keywright refuses to start, because ")
                .append(problems.size() == 1 ? "one thing is wrong:" : problems.size() + " things are wrong:");
        for (String problem : problems) {
            text.append("\n  - ").append(problem);
        }
        return text.toString();
    }

    static String startRefusedAction() {
        return "Mend each of them, then build and start again. A guard that is missing or stale is written by compiling the"
                + " class with keywright-processor on the annotation processor path.";
    }

    static String handlerWithoutGuard(String handler) {
        return handler
                + " is annotated, but its guard does not know it, so nothing would enforce that. Compile its class"
                + " together with the annotations, with keywright-processor on the annotation processor path.";
    }

    static String annotatedButNotMapped(String method) {
        return method + " is annotated, but Spring MVC maps no request to it, so nothing would enforce that. Put the"
                + " annotation on the method that has the @RequestMapping, or on its class.";
    }

    static String noTokenService() {
        return "A bean asks for a TokenService, and none is made: keywright.tokens.prefix is not set.";
    }

    static String noTokenServiceAction() {
        return "Set keywright.tokens.prefix to what your tokens are to begin with, as 'shop', or define a TokenService bean.";
    }

    static String unresolved(String property, String placeholder) {
        return "The property " + property + " holds " + placeholder
                + ", which nothing in the environment resolves. Set it; in a"
                + " secret that itself has the characters '${', write it as base64: and its base64.";
    }

    static String forwardedByContainer() {
        return "The server itself takes the client's address and scheme from forwarding headers (server.forward-headers-strategy"
                + " is native, which is also what Spring Boot takes by itself on Kubernetes): Tomcat from whoever has a private"
                + " address, Jetty and Undertow from everyone. Limits by address, log-in protection, the networks of keys and"
                + " the demand for TLS then go by what such a header says. Set server.forward-headers-strategy=none (or"
                + " framework), and name your proxies with keywright.trusted-proxies.";
    }

    static String unknownProperty(String name) {
        return name + " is no property of Keywright and changes nothing; look for a misspelling.";
    }

    static String blankPrefix() {
        return "keywright.unannotated-allowed has an empty entry (a comma too many?), which every handler begins with, so"
                + " none would be refused. Take it away.";
    }

    static String reactive(String method) {
        return method + " is annotated, but this is a reactive (WebFlux) application, for which there is no adapter, so"
                + " nothing would enforce that. Set spring.main.web-application-type=servlet, or take the annotation away.";
    }

    static String unconfigured(String method) {
        return method
                + " is annotated, but Keywright's auto-configuration does not run in this application, so nothing would"
                + " enforce that. Put @EnableAutoConfiguration (or @SpringBootApplication) on it and do not exclude Keywright's,"
                + " or take the annotation away.";
    }

    static String adapterNotFirst(String other) {
        return "The HandlerAdapter " + other
                + " stands before Keywright's, so handlers could be reached past their guards."
                + " Give it an order greater than Ordered.HIGHEST_PRECEDENCE.";
    }

    static String keyFile(String property, String why) {
        return property + ": " + why;
    }

    static String redis(String why) {
        return "keywright.redis: " + why;
    }

    static String tokens(String why) {
        return "keywright.tokens: " + why;
    }

    static String verifier(String why) {
        return "keywright.jwt: " + why;
    }

    static String unreadable(String file) {
        return "The key set " + file + " cannot be read.";
    }

    static String notOneValue(String name, int count) {
        return "The secret '" + name + "' must have one value; it has " + count + ".";
    }

    static String noLogin(String method) {
        return method
                + " asks for a LoginAttempt, but there is none: put @LoginProtected on it, or make the parameter an"
                + " Optional.";
    }

    static String property(String why) {
        return "A keywright.* property is wrong: " + why;
    }

    static String unannotated(List<String> handlers, boolean denied) {
        StringBuilder text = new StringBuilder()
                .append(handlers.size() == 1 ? "One handler has" : handlers.size() + " handlers have")
                .append(" no Keywright annotation and ")
                .append(denied ? "will be refused" : handlers.size() == 1 ? "is open" : "are open")
                .append(denied ? ":" : " (keywright.unannotated=DENY refuses them):");
        handlers.forEach(handler -> text.append("\n  ").append(handler));
        return text.toString();
    }

    static String guarding(int endpoints) {
        return "Keywright guards " + endpoints + (endpoints == 1 ? " endpoint." : " endpoints.");
    }

    static String secondDoor(String handler, String dispatch) {
        return "Refused at the second door: " + handler + " on " + dispatch + " dispatch";
    }

    static String bodyOutOfReach() {
        return "A handler mapping must not read the body to find the handler.";
    }

    static String noCaller(String method) {
        return method
                + " asks for a Caller but is not guarded; annotate it, or take the parameter as Optional<Caller>.";
    }

    static String noDelegate(Object handler) {
        return "No HandlerAdapter supports " + handler.getClass().getName();
    }
}
