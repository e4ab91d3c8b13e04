package dev.keywright.processor.host.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import dev.keywright.processor.host.OptionsBridge;

/**
 * Starts with javac by itself, from the processor path, on JDK 17 and newer, without any flag. Whatever goes wrong in here,
 * the compilation goes on.
 */
public final class KeywrightPlugin implements Plugin {

    /** Made by the compiler. */
    public KeywrightPlugin() {}

    @Override
    public String getName() {
        return "Keywright";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... args) {
        OptionsBridge.reset();
        task.addTaskListener(new CompilationListener(task));
    }
}
