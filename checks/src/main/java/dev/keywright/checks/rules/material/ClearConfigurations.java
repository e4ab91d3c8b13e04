package dev.keywright.checks.rules.material;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;

/**
 * Jenkins writes the fields of what is configured into XML files, as they are, where everybody with access to the controller
 * or to a job's configuration reads them. A password there is a {@code hudson.util.Secret}, or a reference to a credential.
 */
final class ClearConfigurations {

    private static final Set<String> BOUND = Set.of("DataBoundConstructor", "DataBoundSetter");
    private static final Set<String> CONFIGURED =
            Set.of("GlobalConfiguration", "BuildStepDescriptor", "JobPropertyDescriptor");

    private ClearConfigurations() {}

    static void check(TypeDecl type, RuleContext context) {
        SourceFile file = context.file();
        // An older field, read once and moved to where it is safe.
        if (!file.mayMention("DataBound", "GlobalConfiguration", "BuildStepDescriptor", "JobPropertyDescriptor")
                || file.mayMention("readResolve", "getEncryptedValue", "Scrambler", "encrypt")
                || !isConfigured(type)) {
            return;
        }
        for (FieldDecl field : type.fields()) {
            boolean kept = !field.isStatic()
                    && !field.modifiers().contains(Modifier.TRANSIENT)
                    && !isDeprecated(field.annotations())
                    && field.type().isString();
            if (kept
                    && context.models()
                            .names()
                            .classify(field.name())
                            .filter(ClearConfigurations::isSecret)
                            .isPresent()) {
                context.report(
                        Severity.WARNING, field.nameSpan(), Messages.clearConfiguration(field.name()), List.of(), null);
            }
        }
    }

    private static boolean isSecret(NameVerdict verdict) {
        return verdict.strong() && !verdict.hashed() && verdict.kind() != Kind.MAC && verdict.kind() != Kind.DIGEST;
    }

    private static boolean isConfigured(TypeDecl type) {
        return type.supertypes().stream().anyMatch(parent -> CONFIGURED.contains(parent.simpleName()))
                || type.methods().stream().map(MethodDecl::annotations).anyMatch(ClearConfigurations::isBound);
    }

    private static boolean isBound(List<Annotation> annotations) {
        return annotations.stream()
                .anyMatch(annotation -> BOUND.contains(annotation.type().simpleName()));
    }

    private static boolean isDeprecated(List<Annotation> annotations) {
        return annotations.stream()
                .anyMatch(annotation -> annotation.type().simpleName().equals("Deprecated"));
    }
}
