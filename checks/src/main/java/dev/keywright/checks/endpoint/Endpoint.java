package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeDecl;

/** One HTTP endpoint of the program. */
public record Endpoint(TypeDecl type, MethodDecl method) {}
