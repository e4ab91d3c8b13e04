package dev.keywright.checks.rules.signature;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which expressions of a method are which part of an HTTP request. */
final class RequestParts {

    private static final Set<String> REQUEST_TYPES = Set.of(
            "HttpServletRequest",
            "ServletRequest",
            "ContentCachingRequestWrapper",
            "ServerHttpRequest",
            "ServerRequest",
            "ServerWebExchange",
            "HttpExchange",
            "ContainerRequestContext",
            "HttpServerRequest",
            "RoutingContext",
            "FullHttpRequest",
            "HttpServerExchange",
            "WebRequest",
            "NativeWebRequest",
            "HttpRequest",
            "StaplerRequest",
            "StaplerRequest2",
            "Context",
            "Request",
            "APIGatewayProxyRequestEvent",
            "APIGatewayV2HTTPEvent");

    private static final Pattern BODY_CALL = Pattern.compile(
            "(get)?(Raw|Request)?(Body|Payload|Entity|Content)(As\\w+|Bytes|Stream|String|Text|Class|Json)?"
                    + "|(body|content|entity|payload|rawBody|asByteSource)(As\\w+|To\\w+|Bytes|Stream|Validator)?"
                    + "|getInputStream|getReader|getRequestBody|getContentAsByteArray|readEntity|receive(Full)?(Bytes|String)?"
                    + "|bodyHandler|startBlocking|getParts?");
    private static final Pattern PARSED_CALL = Pattern.compile(
            "(get)?(Request)?(Body|body)(As(Json\\w*|Pojo|Class|Object)|StreamAsClass)|asJson(Object|Array)?|readEntity|bodyToMono");

    private static final Set<String> LINE_CALLS = Set.of(
            "getMethod",
            "getRequestURI",
            "getRequestURL",
            "getServletPath",
            "getPathInfo",
            "getRequestMethod",
            "getURI",
            "getUriInfo",
            "uri",
            "getPath",
            "pathInfo",
            "servletPath",
            "requestMethod",
            "getHttpMethod",
            "absoluteURI",
            "rawPath",
            "path",
            "method");

    private static final Set<String> HEADER_CALLS =
            Set.of("getHeader", "getHeaderString", "getFirst", "header", "headers", "getHeaders");
    private static final Set<String> HEADER_ANNOTATIONS = Set.of("RequestHeader", "HeaderParam", "Header");
    private static final Pattern BODY_NAME =
            Pattern.compile("(raw|request|http|json|webhook|message)?(body|payload)(bytes|string|json|raw|text)?");
    private static final Pattern BODY_WORD =
            Pattern.compile("(?i).*(body|payload|content|entity|stream|reader|raw|read).*");
    private static final Pattern TIME_NAME = Pattern.compile(
            ".*(timestamp|time_stamp|requesttime|signedat|issuedat|sentat|createdat|webhook_?time|xdate|\\bdate\\b).*|^(ts|t|date|time)$");
    private static final Pattern NONCE_NAME =
            Pattern.compile(".*(nonce|jti|requestid|messageid|webhookid|deliveryid|eventid|replay).*");

    private final MethodDecl method;
    private final List<Variable> bodies;

    RequestParts(MethodDecl method) {
        this.method = method;
        this.bodies = method.parameters().stream().filter(RequestParts::isBody).toList();
    }

    /** Whether the method handles a request itself: it is given one, or headers of one. */
    boolean handlesRequest() {
        return method.parameters().stream()
                .anyMatch(parameter -> isRequest(parameter) || annotated(parameter, HEADER_ANNOTATIONS));
    }

    boolean hasRequest() {
        return method.parameters().stream().anyMatch(RequestParts::isRequest);
    }

    /** Whether a call may give the body: by its name, or because it is handed the request. */
    boolean mayReadBody(Expr expr) {
        return expr instanceof Expr.Call call
                && (BODY_WORD.matcher(call.method().name()).matches()
                        || call.args().stream()
                                .anyMatch(argument -> argument instanceof Expr.Local local
                                        && REQUEST_TYPES.contains(local.type().simpleName())));
    }

    boolean isParameter(Expr.Local local) {
        return method.isParameter(local);
    }

    /** A method before all handlers: what it lets pass has been checked as a whole, or never. */
    boolean isFilter() {
        return method.parameters().stream()
                .anyMatch(parameter -> parameter.varType().simpleName().endsWith("FilterChain"));
    }

    /** As {@link #hasRequest()}, also where a request is asked for: {@code RequestContextHolder.getRequestAttributes()}. */
    boolean hasRequest(Slice slice) {
        return hasRequest()
                || slice.expressions().stream()
                        .anyMatch(expr -> expr instanceof Expr.Local local
                                && local.type().simpleName().equals("HttpServletRequest"));
    }

    /** The body as an object, whose text as it was sent is gone: a parameter, or read so from the request. */
    boolean isParsedBody(Expr expr) {
        if (expr instanceof Expr.Call call) {
            return call.receiver() != null
                    && PARSED_CALL.matcher(call.method().name()).matches();
        }
        return expr instanceof Expr.Local local
                && bodies.stream()
                        .anyMatch(body -> body.id() == local.id()
                                && !isText(body)
                                && annotated(body, Set.of("RequestBody", "Body")));
    }

    boolean isBody(Expr expr) {
        if (expr instanceof Expr.Local local) {
            return bodies.stream().anyMatch(body -> body.id() == local.id())
                    || BODY_NAME.matcher(plain(local.name())).matches();
        }
        return expr instanceof Expr.Call call
                && BODY_CALL.matcher(call.method().name()).matches()
                && call.receiver() != null;
    }

    boolean readsBody(Slice slice) {
        return !bodies.isEmpty() || slice.expressions().stream().anyMatch(this::isBody);
    }

    boolean isRequestLine(Expr expr) {
        return expr instanceof Expr.Call call
                && LINE_CALLS.contains(call.method().name())
                && call.args().isEmpty()
                && call.receiver() instanceof Expr.Local local
                && REQUEST_TYPES.contains(local.type().simpleName());
    }

    /** Whether a value is a header: read from a request, or injected. */
    boolean isHeader(Expr expr) {
        if (expr instanceof Expr.Call call) {
            return HEADER_CALLS.contains(call.method().name()) && !call.args().isEmpty();
        }
        return expr instanceof Expr.Local local
                && method.parameters().stream()
                        .anyMatch(
                                parameter -> parameter.id() == local.id() && annotated(parameter, HEADER_ANNOTATIONS));
    }

    /** What the annotation of a parameter says of the header that it is given: its name, and whatever else stands there. */
    List<Object> injectedHeaders(Expr expr) {
        if (!(expr instanceof Expr.Local local)) {
            return List.of();
        }
        return method.parameters().stream()
                .filter(parameter -> parameter.id() == local.id())
                .flatMap(parameter -> parameter.annotations().stream())
                .filter(annotation ->
                        HEADER_ANNOTATIONS.contains(annotation.type().simpleName()))
                .flatMap(annotation -> annotation.values().values().stream())
                .map(RequestParts::constant)
                .toList();
    }

    boolean isTimestamp(Expr expr) {
        return named(expr, TIME_NAME) || headerNamed(expr, TIME_NAME) || anyNamed(injectedHeaders(expr), TIME_NAME);
    }

    boolean isNonce(Expr expr) {
        return named(expr, NONCE_NAME) || headerNamed(expr, NONCE_NAME);
    }

    private boolean headerNamed(Expr expr, Pattern name) {
        return expr instanceof Expr.Call call
                && isHeader(expr)
                && anyNamed(call.args().stream().map(RequestParts::constant).toList(), name);
    }

    private static boolean anyNamed(List<Object> constants, Pattern name) {
        return constants.stream()
                .anyMatch(constant -> constant instanceof String text
                        && name.matcher(plain(text)).matches());
    }

    static Object constant(Expr expr) {
        if (expr instanceof Expr.Literal literal && literal.value() != null) {
            return literal.value();
        }
        if (expr instanceof Expr.Field field) {
            return field.constant() != null ? field.constant() : field.name();
        }
        return "";
    }

    private static boolean named(Expr expr, Pattern name) {
        String text = expr instanceof Expr.Local local ? local.name() : "";
        return !text.isEmpty() && name.matcher(plain(text)).matches();
    }

    private static boolean isBody(Variable parameter) {
        return annotated(parameter, Set.of("RequestBody", "Body"))
                || (isText(parameter)
                        && BODY_NAME.matcher(plain(parameter.name())).matches());
    }

    private static boolean isText(Variable variable) {
        return variable.varType().isString()
                || variable.varType().isArrayOf("byte")
                || variable.varType().simpleName().equals("InputStream")
                || variable.varType().simpleName().equals("ByteBuffer");
    }

    private static boolean isRequest(Variable parameter) {
        return REQUEST_TYPES.contains(parameter.varType().simpleName());
    }

    private static boolean annotated(Variable variable, Set<String> names) {
        return variable.annotations().stream()
                .map(Annotation::type)
                .anyMatch(type -> names.contains(type.simpleName()));
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
