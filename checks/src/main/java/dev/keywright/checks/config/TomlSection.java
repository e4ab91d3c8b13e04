package dev.keywright.checks.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** One table of a TOML file. It remembers which keys it was asked for, so that all others can be refused. */
final class TomlSection {

    record Method(String owner, String name) {}

    private static final String IDENTIFIER = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern TYPE = Pattern.compile(IDENTIFIER + "(?:\\." + IDENTIFIER + ")*");
    private static final Pattern METHOD = Pattern.compile("(" + TYPE.pattern() + ")#(" + IDENTIFIER + "|<init>)");

    private final String prefix;
    private final TomlTable table;
    private final String file;
    private final List<String> problems;
    private final Set<String> known = new HashSet<>();

    TomlSection(String prefix, TomlTable table, String file, List<String> problems) {
        this.prefix = prefix;
        this.table = table;
        this.file = file;
        this.problems = problems;
    }

    Set<String> keys() {
        return new TreeSet<>(table.keySet());
    }

    void refuseOtherKeys() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                problem(key, Messages.unknownKey(prefix + key, qualified()));
            }
        }
    }

    private List<String> qualified() {
        return known.stream().map(key -> prefix + key).toList();
    }

    void problem(String key, String what) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        problem(position, what);
    }

    private void problem(@Nullable TomlPosition position, String what) {
        int line = position == null ? 1 : position.line();
        int column = position == null ? 1 : position.column();
        problems.add(Messages.at(file, line, column, what));
    }

    Optional<String> string(String key) {
        return value(key, String.class, "a string").filter(text -> {
            if (text.isBlank()) {
                problem(key, Messages.empty(prefix + key));
            }
            return !text.isBlank();
        });
    }

    Optional<Boolean> flag(String key) {
        return value(key, Boolean.class, "true or false");
    }

    OptionalInt index(String key) {
        Optional<Long> number = value(key, Long.class, "a number from 0 to 254");
        if (number.isPresent() && (number.get() < 0 || number.get() > 254)) {
            problem(key, Messages.wrongType(prefix + key, "a number from 0 to 254"));
            return OptionalInt.empty();
        }
        return number.map(value -> OptionalInt.of(value.intValue())).orElse(OptionalInt.empty());
    }

    Optional<String> word(String key, Set<String> words) {
        return string(key).filter(value -> {
            if (!words.contains(value)) {
                problem(key, Messages.wrongWord(prefix + key, value, words));
            }
            return words.contains(value);
        });
    }

    Optional<String> requiredWord(String key, Set<String> words) {
        require(key);
        return word(key, words);
    }

    Optional<Method> method(String key) {
        require(key);
        Optional<String> text = string(key);
        Optional<Method> method = text.map(METHOD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new Method(matcher.group(1), matcher.group(2)));
        if (text.isPresent() && method.isEmpty()) {
            problem(key, Messages.notAMethod(prefix + key, text.get()));
        }
        return method;
    }

    Optional<String> type(String key) {
        require(key);
        Optional<String> text = string(key);
        Optional<String> type = text.filter(name -> TYPE.matcher(name).matches());
        if (text.isPresent() && type.isEmpty()) {
            problem(key, Messages.notAType(prefix + key, text.get()));
        }
        return type;
    }

    private void require(String key) {
        if (!table.keySet().contains(key)) {
            Optional<TomlPosition> first = table.keySet().stream()
                    .map(each -> table.inputPositionOf(List.of(each)))
                    .filter(Objects::nonNull)
                    .min(Comparator.comparingInt(TomlPosition::line));
            problem(first.orElse(null), Messages.missing(prefix + key));
        }
    }

    /** The strings of an array; empty when there is none or it holds something else, which is then a problem. */
    List<String> strings(String key) {
        Optional<TomlArray> array = value(key, TomlArray.class, "an array of strings");
        if (array.isEmpty()) {
            return List.of();
        }
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < array.get().size(); i++) {
            if (array.get().get(i) instanceof String text && !text.isBlank()) {
                strings.add(text);
            } else {
                problem(array.get().inputPositionOf(i), Messages.wrongType(prefix + key, "an array of strings"));
                return List.of();
            }
        }
        return Collections.unmodifiableList(strings);
    }

    Optional<TomlSection> table(String key) {
        return value(key, TomlTable.class, "a table").map(inner -> section(key, inner));
    }

    List<TomlSection> tables(String key) {
        Optional<TomlArray> array = value(key, TomlArray.class, "an array of tables, written [[" + key + "]]");
        List<TomlSection> sections = new ArrayList<>();
        for (int i = 0; array.isPresent() && i < array.get().size(); i++) {
            if (array.get().get(i) instanceof TomlTable inner) {
                sections.add(section(key, inner));
            } else {
                problem(key, Messages.wrongType(prefix + key, "an array of tables, written [[" + key + "]]"));
                return List.of();
            }
        }
        return sections;
    }

    private TomlSection section(String key, TomlTable inner) {
        return new TomlSection(prefix + key + '.', inner, file, problems);
    }

    private <V> Optional<V> value(String key, Class<V> type, String expected) {
        known.add(key);
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            problem(key, Messages.wrongType(prefix + key, expected));
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }
}
