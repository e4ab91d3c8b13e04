package dev.keywright.adapters.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of a request as DispatcherServlet will, but before the body is parsed. It is a forecast: a form field may
 * lead elsewhere. The second door does not rely on it.
 */
final class HandlerFinder {

    private final List<HandlerMapping> mappings;

    HandlerFinder(ApplicationContext context) {
        this.mappings = mappings(context);
    }

    /** All handler mappings, in the order in which DispatcherServlet asks them. */
    static List<HandlerMapping> mappings(ApplicationContext context) {
        List<HandlerMapping> found = new ArrayList<>(
                BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerMapping.class, true, false)
                        .values());
        AnnotationAwareOrderComparator.sort(found);
        return List.copyOf(found);
    }

    /** The handler; null when there is none, or when it cannot be told yet. */
    @Nullable
    Object find(HttpServletRequest request) {
        RequestView view = new RequestView(request);
        try {
            ServletRequestPathUtils.parseAndCache(view);
            for (HandlerMapping mapping : mappings) {
                HandlerExecutionChain chain = mapping.getHandler(view);
                if (chain != null) {
                    return chain.getHandler();
                }
            }
        } catch (Exception e) {
            // The same refusal (405, 415, a broken path) meets the request again in DispatcherServlet, which answers
            // it.
            return null;
        }
        return null;
    }
}
