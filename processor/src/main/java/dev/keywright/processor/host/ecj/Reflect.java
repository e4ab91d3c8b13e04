package dev.keywright.processor.host.ecj;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Reads ecj's own objects. Everything here may fail with another version of it, and says so by an exception of one kind. */
final class Reflect {

    private Reflect() {}

    /** What is looked for is not there. */
    static final class Absent extends Exception {
        private static final long serialVersionUID = 1L;

        Absent(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    static Object field(Object target, String name) throws Absent {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return present(field.get(target), name);
            } catch (NoSuchFieldException e) {
                // looked for in the superclass
            } catch (IllegalAccessException | RuntimeException e) {
                throw new Absent(name, e);
            }
        }
        throw new Absent(name, null);
    }

    static Object call(Object target, String name) throws Absent {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Method method = type.getDeclaredMethod(name);
                method.setAccessible(true);
                return present(method.invoke(target), name);
            } catch (NoSuchMethodException e) {
                // looked for in the superclass
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw new Absent(name, e);
            }
        }
        throw new Absent(name, null);
    }

    private static Object present(@Nullable Object value, String name) throws Absent {
        if (value == null) {
            throw new Absent(name, null);
        }
        return value;
    }
}
