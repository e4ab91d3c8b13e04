package dev.keywright.processor.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keywright.processor.descriptor.EndpointDescriptor;
import dev.keywright.processor.descriptor.GuardDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Writes a guard as straight-line code that a person can step through. The same descriptor gives the same bytes. */
public final class GuardWriter {

    private static final ClassName STRING = ClassName.get("java.lang", "String");
    private static final ClassName LIST = ClassName.get("java.util", "List");
    private static final ClassName GUARD_OF = ClassName.get("dev.keywright.annotations", "GuardOf");
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final ClassName GUARD = ClassName.get("dev.keywright.runtime", "Guard");
    private static final ClassName KEYWRIGHT = ClassName.get("dev.keywright.runtime", "Keywright");
    private static final ClassName ATTEMPT = ClassName.get("dev.keywright.runtime", "Attempt");
    private static final ClassName EXCHANGE = ClassName.get("dev.keywright.runtime", "Exchange");
    private static final ClassName VERDICT = ClassName.get("dev.keywright.runtime", "Verdict");
    private static final ClassName GUARDED_ENDPOINT = ClassName.get("dev.keywright.runtime", "GuardedEndpoint");
    private static final ClassName HTTP_HANDLER = ClassName.get("com.sun.net.httpserver", "HttpHandler");
    private static final ClassName JDK_HTTP_GUARDS = ClassName.get("dev.keywright.adapters.jdkhttp", "JdkHttpGuards");
    private static final String PROCESSOR = "dev.keywright.processor.GuardProcessor";

    private final Filer filer;

    public GuardWriter(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes the guard.
     *
     * @param origin the guarded class, the one element that the file is made from
     * @throws IOException when the compiler refuses the file, also because a type of that name exists
     */
    public void write(GuardDescriptor guard, Element origin) throws IOException {
        JavaFile.builder(guard.packageName(), type(guard, origin))
                .indent("    ")
                .build()
                .writeTo(filer);
    }

    private static TypeSpec type(GuardDescriptor guard, Element origin) {
        TypeSpec.Builder type = TypeSpec.classBuilder(guard.simpleName())
                .addOriginatingElement(origin)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(GUARD)
                .addJavadoc("Checks each request to {@code $L} before its handler runs.\n", guard.guardedType());
        if (guard.generatedVisible()) {
            type.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
        type.addAnnotation(AnnotationSpec.builder(GUARD_OF)
                        .addMember("type", "$S", guard.guardedType())
                        .addMember("digest", "$S", guard.digest())
                        .build())
                // A user's strictest lint settings are about the user's code, not about this file.
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "all")
                        .build());
        GuardNames names = new GuardNames(guard.endpoints());
        for (EndpointDescriptor endpoint : guard.endpoints()) {
            type.addField(PolicyCode.constant(names.constant(endpoint), endpoint));
        }
        type.addField(FieldSpec.builder(KEYWRIGHT, "keywright", Modifier.PRIVATE, Modifier.FINAL)
                .build());
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(KEYWRIGHT, "keywright")
                .addStatement("this.keywright = keywright")
                .build());
        for (EndpointDescriptor endpoint : guard.endpoints()) {
            type.addMethod(check(names, endpoint));
        }
        if (guard.wrapsHttpHandler()) {
            type.addMethod(protect());
        }
        return type.addMethod(constant("guardedType", guard.guardedType()))
                .addMethod(constant("digest", guard.digest()))
                .addMethod(endpoints(guard.endpoints(), names))
                .build();
    }

    private static MethodSpec check(GuardNames names, EndpointDescriptor endpoint) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(names.method(endpoint))
                .addJavadoc("Checks a request to {@code $L}.\n", endpoint.id())
                .addModifiers(Modifier.PUBLIC)
                .returns(VERDICT)
                .addParameter(EXCHANGE, "exchange")
                .addStatement("$T attempt = keywright.attempt($L, exchange)", ATTEMPT, names.constant(endpoint));
        for (String step : Steps.of(endpoint)) {
            method.beginControlFlow("if (!attempt.$L())", step)
                    .addStatement("return attempt.denied()")
                    .endControlFlow();
        }
        return method.addStatement("return attempt.admitted()").build();
    }

    private static MethodSpec protect() {
        return MethodSpec.methodBuilder("protect")
                .addJavadoc("Puts this guard before the handler; register what is returned instead of the handler.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(HTTP_HANDLER)
                .addParameter(HTTP_HANDLER, "handler")
                .addStatement("return $T.protect(this, handler)", JDK_HTTP_GUARDS)
                .build();
    }

    private static MethodSpec constant(String name, String value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(STRING)
                .addStatement("return $S", value)
                .build();
    }

    private static MethodSpec endpoints(List<EndpointDescriptor> endpoints, GuardNames names) {
        List<CodeBlock> entries = new ArrayList<>();
        for (EndpointDescriptor endpoint : endpoints) {
            entries.add(CodeBlock.of(
                    "new $T($L, $S, $L, this::$L)",
                    GUARDED_ENDPOINT,
                    names.constant(endpoint),
                    endpoint.method(),
                    PolicyCode.listOf(endpoint.parameters()),
                    names.method(endpoint)));
        }
        CodeBlock list = entries.isEmpty()
                ? CodeBlock.of("return $T.of()", LIST)
                : CodeBlock.builder()
                        // A statement's further lines are indented already.
                        .add("return $T.of(\n", LIST)
                        .add(CodeBlock.join(entries, ",\n"))
                        .add(")")
                        .build();
        return MethodSpec.methodBuilder("endpoints")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(LIST, GUARDED_ENDPOINT))
                .addStatement(list)
                .build();
    }

    /** The names that the guard's members take; an overload gets a number. */
    private static final class GuardNames {

        private final Map<EndpointDescriptor, String> methods;
        private final Map<EndpointDescriptor, String> constants;

        GuardNames(List<EndpointDescriptor> endpoints) {
            methods = MemberNames.methods(endpoints);
            constants = MemberNames.constants(endpoints, methods);
        }

        String method(EndpointDescriptor endpoint) {
            return methods.getOrDefault(endpoint, endpoint.method());
        }

        String constant(EndpointDescriptor endpoint) {
            return constants.getOrDefault(endpoint, endpoint.method());
        }
    }
}
