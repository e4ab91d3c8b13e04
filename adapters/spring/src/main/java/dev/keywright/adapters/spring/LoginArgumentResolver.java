package dev.keywright.adapters.spring;

import dev.keywright.runtime.LoginAttempt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the log-in that this handler checks to a parameter of type {@code LoginAttempt} or {@code Optional<LoginAttempt>}. */
final class LoginArgumentResolver implements HandlerMethodArgumentResolver {

    static final String ATTRIBUTE = LoginArgumentResolver.class.getName();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == LoginAttempt.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object login = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (parameter.getParameterType() == Optional.class) {
            return Optional.ofNullable(login);
        }
        if (login == null && !parameter.isOptional()) {
            throw new IllegalStateException(Messages.noLogin(String.valueOf(parameter.getExecutable())));
        }
        return login;
    }
}
