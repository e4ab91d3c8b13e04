package dev.keywright.checks.frontend.javac;

import dev.keywright.checks.ir.TypeDecl;

/** Code that a tool wrote and says so. */
final class Generated {

    private Generated() {}

    static boolean isGenerated(TypeDecl type) {
        return type.annotations().stream()
                .anyMatch(annotation -> annotation.type().simpleName().equals("Generated"));
    }
}
