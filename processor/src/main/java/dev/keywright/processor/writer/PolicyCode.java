package dev.keywright.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.keywright.processor.descriptor.Access;
import dev.keywright.processor.descriptor.Credential;
import dev.keywright.processor.descriptor.EndpointDescriptor;
import dev.keywright.processor.descriptor.Limit;
import dev.keywright.processor.descriptor.Login;
import java.util.List;
import javax.lang.model.element.Modifier;

/** An endpoint's policy as a constant. */
final class PolicyCode {

    private static final ClassName LIST = ClassName.get("java.util", "List");
    private static final ClassName LIMIT_BY = ClassName.get("dev.keywright.annotations", "LimitBy");
    private static final ClassName POLICY = ClassName.get("dev.keywright.runtime", "EndpointPolicy");
    private static final ClassName API_KEY = ClassName.get("dev.keywright.runtime", "ApiKeyPolicy");
    private static final ClassName BEARER = ClassName.get("dev.keywright.runtime", "BearerPolicy");
    private static final ClassName LOGIN = ClassName.get("dev.keywright.runtime", "LoginPolicy");
    private static final ClassName HMAC = ClassName.get("dev.keywright.runtime", "HmacPolicy");

    private PolicyCode() {}

    static FieldSpec constant(String name, EndpointDescriptor endpoint) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($S)", POLICY, endpoint.id());
        code.indent().indent();
        Access access = endpoint.access();
        if (access != null) {
            for (Credential credential : access.required()) {
                code.add("\n.$L($L)", call(credential), credential(credential));
            }
            if (!access.anyOf().isEmpty()) {
                code.add("\n.anyOf(").indent().indent();
                code.add(access.anyOf().stream()
                        .map(one -> CodeBlock.of("\n$L", credential(one)))
                        .collect(CodeBlock.joining(",")));
                code.add(")").unindent().unindent();
            }
        }
        for (Limit limit : endpoint.limits()) {
            code.add("\n.limit($T.$L, $S)", LIMIT_BY, limit.by(), limit.text());
        }
        Login login = endpoint.login();
        if (login != null) {
            code.add("\n.login($T.of($S, $S, $S))", LOGIN, login.account(), login.failures(), login.bodyLimit());
        }
        code.add("\n.build()").unindent().unindent();
        return FieldSpec.builder(POLICY, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code.build())
                .build();
    }

    private static String call(Credential credential) {
        if (credential instanceof Credential.ApiKey) {
            return "apiKey";
        }
        return credential instanceof Credential.Bearer ? "bearer" : "hmac";
    }

    private static CodeBlock credential(Credential credential) {
        if (credential instanceof Credential.ApiKey key) {
            CodeBlock.Builder code =
                    CodeBlock.builder().add("$T.of($S, $S, $S", API_KEY, key.header(), key.store(), key.bodyLimit());
            key.scopes().forEach(scope -> code.add(", $S", scope));
            return code.add(")").build();
        }
        if (credential instanceof Credential.Bearer bearer) {
            CodeBlock.Builder code =
                    CodeBlock.builder().add("$T.of($S, $S", BEARER, bearer.verifier(), bearer.bodyLimit());
            bearer.scopes().forEach(scope -> code.add(", $S", scope));
            return code.add(")").build();
        }
        Credential.Hmac hmac = (Credential.Hmac) credential;
        return CodeBlock.of(
                "$T.of($S, $S, $S, $S)", HMAC, hmac.scheme(), hmac.secretName(), hmac.tolerance(), hmac.bodyLimit());
    }

    static CodeBlock listOf(List<String> values) {
        return CodeBlock.of(
                "$T.of($L)",
                LIST,
                values.stream().map(value -> CodeBlock.of("$S", value)).collect(CodeBlock.joining(", ")));
    }
}
