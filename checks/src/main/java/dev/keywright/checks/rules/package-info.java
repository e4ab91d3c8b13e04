/**
 * The rules' own API. Each rule is one final class in a package of its family ({@code rules.comparison}, {@code rules.leak},
 * …), registered with {@code @AutoService(Rule.class)}; rules read {@code ir}, {@code flow}, {@code models} and
 * {@code endpoint}, never each other and never a front end.
 */
@NullMarked
package dev.keywright.checks.rules;

import org.jspecify.annotations.NullMarked;
