package shop.start;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.SignatureScheme;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.TokenService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.MemberAttributeExtension;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.ServletForwardingController;

/**
 * Applications that must not start. What the processor refuses to compile is made by Byte Buddy, as it would be left over from
 * a build without the processor, or from one before the annotations changed.
 */
public final class BadStarts {

    public static final String SHORT_SECRET = "only-twelve-";

    private static final Class<?> MISSING =
            annotated("shop.start.NeverProcessed", GetMapping.class, RestController.class);
    private static final Class<?> UNMAPPED = annotated("shop.start.NeverMapped", null, Service.class);
    private static final Class<?> STALE = stale();
    private static final Class<?> UNROUTED_CLASS = handlerByName();

    private BadStarts() {}

    public static Class<?> missingGuard() {
        return MISSING;
    }

    public static Class<?> unmapped() {
        return UNMAPPED;
    }

    /** An {@code HttpRequestHandler}, which Spring MVC calls by its bean's name; the annotation stands on the class. */
    public static Class<?> unroutedClass() {
        return UNROUTED_CLASS;
    }

    /** A controller whose one annotation stands on the class. */
    public static Class<?> wholeClass() {
        return WholeClass.class;
    }

    public static Class<?> staleGuard() {
        return STALE;
    }

    public static Class<?> hooks() {
        return Hooks.class;
    }

    private static Class<?> annotated(
            String name,
            Class<? extends java.lang.annotation.Annotation> route,
            Class<? extends java.lang.annotation.Annotation> stereotype) {
        var method = new ByteBuddy()
                .subclass(Object.class)
                .name(name)
                .annotateType(AnnotationDescription.Builder.ofType(stereotype).build())
                .defineMethod("call", String.class, java.lang.reflect.Modifier.PUBLIC)
                .intercept(FixedValue.value("ran"))
                .annotateMethod(AnnotationDescription.Builder.ofType(ApiKeyProtected.class)
                        .build());
        var built = route == null
                ? method
                : method.annotateMethod(AnnotationDescription.Builder.ofType(route)
                        .defineArray("path", "/call")
                        .build());
        return built.make()
                .load(BadStarts.class.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }

    private static Class<?> handlerByName() {
        return new ByteBuddy()
                .subclass(ServletForwardingController.class)
                .name("shop.start.NeverRouted")
                .annotateType(
                        AnnotationDescription.Builder.ofType(Component.class)
                                .define("value", "/never-routed")
                                .build(),
                        AnnotationDescription.Builder.ofType(ApiKeyProtected.class)
                                .build())
                .make()
                .load(BadStarts.class.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }

    /** The class has its guard, but says something else by now. */
    private static Class<?> stale() {
        ClassLoader loader = BadStarts.class.getClassLoader();
        return new ByteBuddy()
                .redefine(
                        TypePool.Default.of(loader).describe("shop.start.Stale").resolve(),
                        ClassFileLocator.ForClassLoader.of(loader))
                .visit(new MemberAttributeExtension.ForMethod()
                        .annotateMethod(AnnotationDescription.Builder.ofType(RateLimited.class)
                                .define("value", "1 per day")
                                .define("by", LimitBy.GLOBAL)
                                .build())
                        .on(ElementMatchers.named("call")))
                .make()
                .load(loader, ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    public static class AppWithoutStore {

        @Bean
        Secrets secrets() {
            return Secrets.of(Map.of("shop-webhook", "0123456789abcdef0123456789abcdef"));
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    public static class App extends AppWithoutStore {

        @Bean
        MemoryKeyStore keyStore() {
            return new MemoryKeyStore();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    public static class AppWithoutSecret {

        @Bean
        Secrets secrets() {
            return Secrets.of(Map.of());
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    public static class AppWithoutSecretBean {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    public static class AppWithShortSecret {

        @Bean
        Secrets secrets() {
            return Secrets.of(Map.of("shop-webhook", SHORT_SECRET));
        }
    }

    @RestController
    static class Hooks {

        @PostMapping("/hook")
        @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop-webhook")
        @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
        String hook() {
            return "ran";
        }
    }

    @RestController
    @ApiKeyProtected
    @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
    static class WholeClass {

        @GetMapping("/whole")
        String whole() {
            return "ran";
        }
    }

    /** Needs what a property makes. */
    public static class AsksForTokens {

        public AsksForTokens(TokenService tokens) {
            assert tokens != null;
        }
    }

    /** Would take every handler before the second door does. */
    public static class EarlyAdapter implements HandlerAdapter, Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public boolean supports(Object handler) {
            return true;
        }

        @Override
        public ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            return null;
        }

        @SuppressWarnings("deprecation")
        public long getLastModified(HttpServletRequest request, Object handler) {
            return -1;
        }
    }
}
