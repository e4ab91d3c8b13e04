package dev.keywright.checks.frontend.javaparser;

import java.util.ArrayList;
import java.util.List;

/** Small sources that together use every construct of the language, by the release that brought them. */
final class Samples {

    /** Compiles on 17 without a class path. */
    static final List<String> UP_TO_17 = List.of("""
            package shop;

            import static java.lang.Math.max;
            import static java.util.Map.Entry.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.Collectors;

            @Deprecated(since = "1", forRemoval = false)
            public class Orders<T extends Comparable<T>> extends AbstractList<T> implements Runnable, java.io.Serializable {
                private static final long serialVersionUID = 1L;
                static final String PREFIX = "a" + "b" + 1;
                static final int SIZE = 4 * 1024;
                public static int counter = 1, other[] = {1, 2};
                protected transient volatile String note;
                private final List<T> items = new ArrayList<>();
                private final Map<String, List<Integer>> index = new HashMap<>();

                static {
                    counter = max(1, 2);
                }

                {
                    note = PREFIX;
                }

                Orders() {
                    super();
                }

                @SafeVarargs
                Orders(T first, T... more) {
                    this();
                    items.add(first);
                    items.addAll(Arrays.asList(more));
                }

                @Override
                public T get(int i) {
                    return this.items.get(i);
                }

                @Override
                public int size() {
                    return items.size();
                }

                @Override
                public void run() {
                    int[] numbers = new int[] {1, 2, 3};
                    int[][] grid = new int[2][];
                    grid[0] = numbers;
                    long sum = 0L;
                    outer:
                    for (int i = 0, j = 1; i < numbers.length; i++, j--) {
                        for (int n : numbers) {
                            if (n == 2) continue outer;
                            if (n > 2) break outer;
                            sum += n << 1 >>> 2;
                        }
                    }
                    while (sum > 0) sum--;
                    do {
                        sum ^= ~sum & 0xFF | -1;
                    } while (!(sum < 10));
                    synchronized (this) {
                        note = note + sum + ' ' + 1.5f + 2e3 + true + null;
                    }
                    assert sum > 0 : "no sum";
                    try (java.io.StringReader in = new java.io.StringReader("x")) {
                        in.read();
                    } catch (IllegalStateException | java.io.IOException e) {
                        throw new IllegalArgumentException(e.getMessage(), e);
                    } finally {
                        note = null;
                    }
                    switch (numbers[0]) {
                        case 1:
                        case 2:
                            note = "x";
                            break;
                        default:
                            note = "y";
                    }
                    ;
                }

                <K extends Number & Comparable<K>> Map<K, ? super T> generic(K key, Class<? extends K> type) throws Exception {
                    Function<String, Integer> length = String::length;
                    Supplier<List<String>> make = ArrayList::new;
                    IntFunction<int[]> array = int[]::new;
                    BiFunction<Integer, Integer, Integer> add = (a, b) -> a + b;
                    Runnable run = () -> { note = "ran"; };
                    Object o = (Comparator<String> & java.io.Serializable) (a, b) -> a.compareTo(b);
                    List<String> names = index.keySet().stream()
                            .filter(name -> name.startsWith("a"))
                            .map(name -> name.trim() + "!")
                            .sorted(Comparator.comparing(String::length))
                            .collect(Collectors.toList());
                    for (Map.Entry<String, List<Integer>> entry : index.entrySet()) {
                        names.add(entry.getKey() + entry.getValue().get(0));
                    }
                    Object anonymous = new Object() {
                        int count = 1;
                        @Override public String toString() { return note + count + Orders.this.note; }
                    };
                    class Local extends Thread {
                        @Override public void run() { super.run(); Orders.this.run(); }
                    }
                    new Local().start();
                    Inner inner = this.new Inner();
                    return key == null ? null : Collections.emptyMap();
                }

                class Inner {
                    String value() { return note; }
                    class Deeper { String v = value(); }
                }

                static class Nested<N> {
                    N n;
                    static <Q> Nested<Q> of(Q q) { Nested<Q> made = new Nested<>(); made.n = q; return made; }
                }

                enum Kind implements Supplier<String> {
                    ONE("1") {
                        @Override public String get() { return "one" + text; }
                    },
                    TWO("2");

                    final String text;
                    Kind(String text) { this.text = text; }
                    @Override public String get() { return text; }
                }

                @interface Mark {
                    String value() default "x";
                    int[] numbers() default {1, 2};
                    Class<?> type() default Object.class;
                    Kind kind() default Kind.ONE;
                    Deprecated nested() default @Deprecated;
                }

                interface Shape {
                    int SIDES = 3;
                    double area();
                    default String name() { return describe() + SIDES; }
                    static Shape unit() { return () -> 1.0; }
                    private String describe() { return "shape"; }
                }

                @Mark(value = "v", numbers = 3, kind = Kind.TWO)
                strictfp String uses(@Mark("p") final String p, Kind kind) {
                    switch (kind) {
                        case ONE: return p;
                        default: return Kind.valueOf("TWO").get() + Kind.values().length + Nested.of(p).n.trim();
                    }
                }
            }
            """, """
            package shop;

            import java.util.List;
            import java.util.Map;
            import java.util.Optional;

            public sealed interface Money permits Money.Cash, Money.Card {
                record Cash(long cents, String... notes) implements Money {
                    static int made;
                    Cash {
                        if (cents < 0) {
                            throw new IllegalArgumentException("negative: " + cents);
                        }
                    }
                    Cash(long cents) { this(cents, "none"); }
                    String first() { return notes[0] + cents() + notes().length; }
                }

                record Card(String number, Holder<String> holder) implements Money {
                    public String number() { return number.substring(12); }
                }

                record Holder<T>(T value) {}

                static String show(Object money) {
                    if (money instanceof Cash cash && cash.cents() > 0) {
                        return "cash " + cash.cents();
                    }
                    if (!(money instanceof Card card)) {
                        return "?";
                    }
                    var text = \"\"\"
                        card \\
                        %s
                          "quoted" \\t.
                        \"\"\".formatted(card.number());
                    var holder = card.holder().value();
                    int kind = switch (text.length()) {
                        case 0, 1 -> 0;
                        case 2 -> {
                            int twice = text.length() * 2;
                            yield twice;
                        }
                        default -> throw new IllegalStateException(holder.trim());
                    };
                    String old = switch (kind) {
                        case 1:
                            yield "one";
                        default:
                            yield "many";
                    };
                    switch (kind) {
                        case 1 -> System.out.println(old);
                        default -> { }
                    }
                    for (var entry : Map.of("a", List.of(1, 2)).entrySet()) {
                        var key = entry.getKey();
                        var first = entry.getValue().get(0);
                        old = key.concat(first.toString());
                    }
                    var name = Optional.of(money).map(Object::toString).filter(s -> !s.isEmpty()).orElse("none");
                    java.util.function.BiFunction<String, Integer, String> f = (var a, var b) -> a.repeat(b);
                    record Pair(String left, int right) {}
                    var pair = new Pair(name, 2);
                    return f.apply(pair.left(), pair.right());
                }
            }
            """, """
            package shop;

            import java.nio.charset.StandardCharsets;
            import java.security.MessageDigest;
            import java.util.Base64;
            import java.util.HexFormat;
            import javax.crypto.Mac;
            import javax.crypto.spec.SecretKeySpec;

            class Verifier {
                private final byte[] key;
                private final System.Logger log = System.getLogger(Verifier.class.getName());

                Verifier(String secret) {
                    this.key = secret.getBytes(StandardCharsets.UTF_8);
                }

                boolean verify(String body, String presented) throws Exception {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(key, "HmacSHA256"));
                    byte[] expected = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
                    String hex = HexFormat.of().formatHex(expected);
                    String base64 = Base64.getEncoder().encodeToString(expected);
                    log.log(System.Logger.Level.INFO, "checked {0}", hex);
                    StringBuilder shown = new StringBuilder().append(hex).append(':').append(base64.length());
                    return MessageDigest.isEqual(hex.getBytes(), presented.getBytes()) && shown.toString().equals(presented);
                }
            }
            """);

    /** Needs a newer compiler than 17. */
    static final List<String> NEWER = List.of("""
            package shop;

            class Patterns {
                sealed interface Shape permits Circle, Square {}
                record Circle(double radius) implements Shape {}
                record Square(double side) implements Shape {}
                record Box<T>(T content, Shape shape) {}

                Patterns() {
                    int before = 1;
                    super();
                }

                static double area(Object o) {
                    return switch (o) {
                        case null -> 0;
                        case Circle(double r) when r > 1 -> r * r;
                        case Circle c -> c.radius();
                        case Box<?>(String s, Square(var side)) -> side + s.length();
                        case Box<?>(_, Circle _) -> 1;
                        case Integer i when i > 0 -> { yield i; }
                        case CharSequence cs -> cs.length();
                        case int[] numbers -> numbers.length;
                        default -> throw new IllegalArgumentException();
                    };
                }

                static String unnamed(java.util.List<String> list) {
                    int count = 0;
                    for (String _ : list) {
                        count++;
                    }
                    try {
                        Integer.parseInt("x");
                    } catch (NumberFormatException _) {
                        count--;
                    }
                    list.forEach(_ -> System.out.println("x"));
                    if (list instanceof java.util.ArrayList<String> a && a.size() > 1) {
                        return a.get(0);
                    }
                    return switch (count) { case 1, 2 -> "few"; case 3 -> "some"; case int n when n > 100 -> "lots"; default -> "many"; };
                }
            }
            """, """
            import module java.base;

            /// Markdown
            String greeting = "hello";

            void main() {
                List<String> all = new ArrayList<>();
                all.add(greeting);
                IO.println(all.get(0).trim());
            }
            """);

    private Samples() {}

    static List<String> all() {
        List<String> all = new ArrayList<>(UP_TO_17);
        all.addAll(NEWER);
        return all;
    }
}
