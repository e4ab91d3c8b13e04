package dev.keywright.processor.declaration;

import java.util.Set;

/** The annotations, by canonical name: their classes are the user's and are never loaded here. */
final class AnnotationNames {

    static final String PACKAGE = "dev.keywright.annotations";
    static final String API_KEY = PACKAGE + ".ApiKeyProtected";
    static final String HMAC = PACKAGE + ".HmacSigned";
    static final String BEARER = PACKAGE + ".BearerProtected";
    static final String LOGIN = PACKAGE + ".LoginProtected";
    static final String ANY_OF = PACKAGE + ".AnyOf";
    static final String PUBLIC = PACKAGE + ".PublicEndpoint";
    static final String RATE_LIMITED = PACKAGE + ".RateLimited";
    static final String RATE_LIMITS = RATE_LIMITED + ".List";

    /** Those that a guard enforces. */
    static final Set<String> GUARDING = Set.of(API_KEY, HMAC, BEARER, LOGIN, ANY_OF, PUBLIC, RATE_LIMITED, RATE_LIMITS);

    private AnnotationNames() {}
}
