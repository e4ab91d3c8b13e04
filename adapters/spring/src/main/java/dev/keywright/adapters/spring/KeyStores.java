package dev.keywright.adapters.spring;

import dev.keywright.runtime.key.KeyStore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key stores of an application. A bean of this type replaces the one that is made from {@code KeyStore} beans and
 * {@code keywright.api-keys.*}.
 *
 * @param standard the store of {@code @ApiKeyProtected} without a store; null when there is none
 * @param named the others, by name
 */
public record KeyStores(@Nullable KeyStore standard, Map<String, KeyStore> named) {}
