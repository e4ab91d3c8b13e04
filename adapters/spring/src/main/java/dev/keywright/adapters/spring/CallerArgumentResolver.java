package dev.keywright.adapters.spring;

import dev.keywright.runtime.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the caller that was admitted for this handler to a parameter of type {@code Caller} or {@code Optional<Caller>}. */
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

    static final String ATTRIBUTE = CallerArgumentResolver.class.getName();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object caller = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (parameter.getParameterType() == Optional.class) {
            return Optional.ofNullable(caller);
        }
        if (caller == null && !parameter.isOptional()) {
            throw new IllegalStateException(Messages.noCaller(String.valueOf(parameter.getExecutable())));
        }
        return caller;
    }
}
