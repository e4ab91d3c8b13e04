package dev.keywright.checks.frontend.javaparser;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The class files of the running JDK, read from its image. */
final class PlatformClassFiles implements ClassFiles {

    private final Map<String, ModuleReference> modules = new HashMap<>();
    private final Map<String, List<String>> exported = new HashMap<>();
    private final Map<String, ModuleReader> readers = new ConcurrentHashMap<>();

    PlatformClassFiles() {
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            ModuleDescriptor descriptor = module.descriptor();
            for (String name : descriptor.packages()) {
                modules.put(name, module);
            }
            List<String> packages = new ArrayList<>();
            for (ModuleDescriptor.Exports exports : descriptor.exports()) {
                if (!exports.isQualified()) {
                    packages.add(exports.source());
                }
            }
            packages.sort(null);
            exported.put(descriptor.name(), packages);
        }
    }

    /** The packages that {@code import module} brings; empty for a module that is not of the platform. */
    List<String> exportedBy(String module) {
        return exported.getOrDefault(module, List.of());
    }

    @Override
    public boolean hasPackage(String dotted) {
        return modules.containsKey(dotted);
    }

    @Override
    public byte @Nullable [] read(String packageName, String binary) {
        ModuleReference module = modules.get(packageName);
        if (module == null) {
            return null;
        }
        try {
            ModuleReader reader = reader(module);
            Optional<ByteBuffer> found = reader.read(packageName.replace('.', '/') + '/' + binary + ".class");
            if (found.isEmpty()) {
                return null;
            }
            ByteBuffer buffer = found.get();
            try {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                return bytes;
            } finally {
                reader.release(buffer);
            }
        } catch (IOException e) {
            return null;
        }
    }

    private ModuleReader reader(ModuleReference module) throws IOException {
        ModuleReader known = readers.get(module.descriptor().name());
        if (known != null) {
            return known;
        }
        ModuleReader opened = module.open();
        ModuleReader earlier = readers.putIfAbsent(module.descriptor().name(), opened);
        if (earlier == null) {
            return opened;
        }
        opened.close();
        return earlier;
    }
}
