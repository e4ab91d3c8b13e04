package dev.keywright.adapters.spring;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;

/** An error page for status 418. Spring Boot's types for it have one package in Boot 3 and another in Boot 4. */
final class ErrorPages {

    private static final ClassLoader LOADER = ErrorPages.class.getClassLoader();

    private ErrorPages() {}

    static Object teapotAt(String path) {
        Class<?> registrar = type("ErrorPageRegistrar");
        return Proxy.newProxyInstance(LOADER, new Class<?>[] {registrar}, (proxy, method, arguments) -> {
            if (!method.getName().equals("registerErrorPages")) {
                return method.getName().equals("hashCode")
                        ? 1
                        : method.getName().equals("equals") ? (Object) false : "418";
            }
            Class<?> page = type("ErrorPage");
            Object pages = Array.newInstance(page, 1);
            Array.set(
                    pages,
                    0,
                    page.getConstructor(HttpStatus.class, String.class).newInstance(HttpStatus.valueOf(418), path));
            type("ErrorPageRegistry")
                    .getMethod("addErrorPages", pages.getClass())
                    .invoke(arguments[0], pages);
            return null;
        });
    }

    private static Class<?> type(String name) {
        String boot3 = "org.springframework.boot.web.server." + name;
        String boot4 = "org.springframework.boot.web.error." + name;
        return ClassUtils.resolveClassName(ClassUtils.isPresent(boot3, LOADER) ? boot3 : boot4, LOADER);
    }
}
