package dev.keywright.checks.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a row says of a class that is in reach is so: the class has a method of that name that takes that many arguments. The
 * running JDK is always in reach; {@code -Dkeywright.modelJars=FOLDER} adds the jars of a folder (benchmarks/models/fetch.sh).
 */
class ModelsNameWhatExistsTest {

    private static final List<String> FILES =
            List.of("jdk", "crypto", "loggers", "web", "frameworks", "clients", "data");

    @Test
    void everyMethodExists() throws IOException {
        Set<String> wrong = new TreeSet<>();
        Set<String> outOfReach = new TreeSet<>();
        int checked = 0;
        try (URLClassLoader loader = loader()) {
            for (String file : FILES) {
                for (Model model : Models.parse(file, Models.resource(file + ".models"))) {
                    checked += check(model, loader, wrong, outOfReach);
                }
            }
        }
        System.out.println(checked + " methods of classes in reach; classes out of reach: " + outOfReach.size());
        outOfReach.forEach(name -> System.out.println("  " + name));
        assertThat(wrong).as("methods that do not exist").isEmpty();
        assertThat(checked).isGreaterThan(200);
    }

    private static int check(Model model, ClassLoader loader, Set<String> wrong, Set<String> outOfReach) {
        List<Class<?>> known = new ArrayList<>();
        for (String owner : model.owners()) {
            if (owner.startsWith("~") || owner.startsWith("*") || owner.equals("?")) {
                return 0;
            }
            Class<?> type = type(owner, loader);
            if (type == null) {
                outOfReach.add(owner);
            } else {
                known.add(type);
            }
        }
        if (known.size() < model.owners().size()) {
            // A method may be that of the owner that is out of reach.
            return 0;
        }
        for (String method : model.methods()) {
            if (!method.equals("*")
                    && known.stream()
                            .noneMatch(type -> executables(type, method).anyMatch(e -> takes(model, e)))) {
                wrong.add(model.owners() + "#" + method);
            }
        }
        return model.methods().size();
    }

    private static boolean takes(Model model, Executable executable) {
        int parameters = executable.getParameterCount();
        if (!executable.isVarArgs()) {
            return model.takes(parameters);
        }
        for (int arguments = parameters - 1; arguments <= parameters + 8; arguments++) {
            if (model.takes(arguments)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Executable> executables(Class<?> type, String name) {
        if (name.equals("<init>")) {
            return Arrays.stream(type.getDeclaredConstructors());
        }
        Set<Executable> all = new LinkedHashSet<>();
        collect(type, all);
        collect(Object.class, all);
        return all.stream().filter(method -> method.getName().equals(name));
    }

    private static void collect(@Nullable Class<?> type, Set<Executable> into) {
        if (type == null) {
            return;
        }
        into.addAll(List.of(type.getDeclaredMethods()));
        collect(type.getSuperclass(), into);
        for (Class<?> parent : type.getInterfaces()) {
            collect(parent, into);
        }
    }

    /** A nested class is written with dots. */
    private static @Nullable Class<?> type(String name, ClassLoader loader) {
        String candidate = name;
        while (true) {
            try {
                Class<?> type = Class.forName(candidate, false, loader);
                type.getDeclaredMethods();
                return type;
            } catch (ClassNotFoundException | LinkageError e) {
                int dot = candidate.lastIndexOf('.');
                if (dot < 0 || !Character.isUpperCase(candidate.charAt(candidate.lastIndexOf('.', dot - 1) + 1))) {
                    return null;
                }
                candidate = candidate.substring(0, dot) + '$' + candidate.substring(dot + 1);
            }
        }
    }

    private static URLClassLoader loader() throws IOException {
        String folder = System.getProperty("keywright.modelJars", "");
        List<URL> urls = new ArrayList<>();
        if (!folder.isEmpty()) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".jar"))
                        .sorted()
                        .toList()) {
                    urls.add(url(file));
                }
            }
        }
        return new URLClassLoader(
                urls.toArray(URL[]::new), Objects.requireNonNull(ModelsNameWhatExistsTest.class.getClassLoader()));
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
