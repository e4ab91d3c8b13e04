package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import dev.keywright.checks.ir.Modifier;
import java.util.EnumSet;
import java.util.Set;

/** Modifiers as written. */
final class Modifiers {

    private Modifiers() {}

    static Set<Modifier> of(NodeList<com.github.javaparser.ast.Modifier> written) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (com.github.javaparser.ast.Modifier modifier : written) {
            switch (modifier.getKeyword()) {
                case PUBLIC -> modifiers.add(Modifier.PUBLIC);
                case PROTECTED -> modifiers.add(Modifier.PROTECTED);
                case PRIVATE -> modifiers.add(Modifier.PRIVATE);
                case STATIC -> modifiers.add(Modifier.STATIC);
                case FINAL -> modifiers.add(Modifier.FINAL);
                case ABSTRACT -> modifiers.add(Modifier.ABSTRACT);
                case DEFAULT -> modifiers.add(Modifier.DEFAULT);
                case SYNCHRONIZED -> modifiers.add(Modifier.SYNCHRONIZED);
                case NATIVE -> modifiers.add(Modifier.NATIVE);
                case TRANSIENT -> modifiers.add(Modifier.TRANSIENT);
                case VOLATILE -> modifiers.add(Modifier.VOLATILE);
                case SEALED -> modifiers.add(Modifier.SEALED);
                default -> {
                    // strictfp, non-sealed and those of modules say nothing that is asked for.
                }
            }
        }
        return modifiers;
    }
}
