package dev.keywright.adapters.spring;

import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Handlers that Spring brings along and that run none of the application's code: static files, views without a controller,
 * answers to preflight and OPTIONS requests, and Spring Boot's error page. They cannot be annotated, and
 * {@code keywright.unannotated=DENY} does not refuse them.
 */
final class FrameworkHandlers {

    private static final String MVC = "org.springframework.web.servlet.";
    private static final String BOOT_ERROR_CONTROLLER = "BasicErrorController";

    private FrameworkHandlers() {}

    static boolean isOwn(Object handler) {
        return handler instanceof ResourceHttpRequestHandler
                || handler instanceof DefaultServletHttpRequestHandler
                || handler instanceof ParameterizableViewController
                || ClassUtils.getUserClass(handler).getName().startsWith(MVC + "handler.");
    }

    /** Whether a class with handler methods is one of those. Boot's error controller moved between its versions. */
    static boolean isOwn(Class<?> type) {
        return type.getName().startsWith(MVC)
                || (type.getSimpleName().equals(BOOT_ERROR_CONTROLLER)
                        && type.getName().startsWith("org.springframework.boot."));
    }
}
