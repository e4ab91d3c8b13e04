package dev.keywright.checks.flow;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;

/** What the engine saw in one method, for rules. */
public interface FlowView {

    SourceFile file();

    TypeDecl type();

    MethodDecl method();
}
