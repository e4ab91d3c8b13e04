package dev.keywright.checks.frontend.javac;

import dev.keywright.checks.ir.TypeDecl;

/** Code that a tool wrote and says so. */
final class Generated {

    private Generated() {}

    static boolean isGenerated(TypeDecl type) {
        return type.annotations().stream()
                .map(annotation -> annotation.type().simpleName())
                .anyMatch(name -> name.equals("Generated") || name.equals("GuardOf"));
    }
}
