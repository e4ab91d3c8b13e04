package dev.keywright.processor.host.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

/** The plugin as it is with a compiler that attributes no class before its turn. */
public final class LatePlugin implements Plugin {

    @Override
    public String getName() {
        return "KeywrightLate";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... args) {
        task.addTaskListener(new CompilationListener(task, false));
    }
}
