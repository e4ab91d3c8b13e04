package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of this method whose elements are known in their order: what is added, taken and asked by a written index is that very
 * element. A list that is handed on, or changed in a way that is not known here, is a heap of elements again.
 */
final class Sequences {

    /** The longest list that is known by its elements. */
    private static final int LONGEST = 8;

    private static final char INDEX = '#';
    private static final Set<String> LISTS = Set.of("ArrayList", "LinkedList", "Vector", "ArrayDeque", "Stack");
    private static final Set<String> FIRST = Set.of(
            "getFirst", "peek", "peekFirst", "element", "firstElement", "removeFirst", "poll", "pollFirst", "pop");
    private static final Set<String> LAST = Set.of("getLast", "peekLast", "lastElement", "removeLast", "pollLast");
    private static final Set<String> LOOKING =
            Set.of("size", "isEmpty", "contains", "stream", "toString", "toArray", "forEach", "equals");

    /** Which element they give is not known where the index is not; they change nothing. */
    private static final Set<String> READING =
            Set.of("get", "elementAt", "indexOf", "lastIndexOf", "hashCode", "containsAll");

    private final Mutations mutations;

    Sequences(Mutations mutations) {
        this.mutations = mutations;
    }

    /** The key under which the element of an index stands in {@link Value#contents()}. */
    static String key(int index) {
        return INDEX + Integer.toString(index);
    }

    static boolean isIndex(String key) {
        return !key.isEmpty() && key.charAt(0) == INDEX;
    }

    /** The same for what an index is known to be; null where it is no index. */
    static @Nullable String keyOf(@Nullable Object index) {
        return index instanceof Integer number && number >= 0 ? key(number) : null;
    }

    /** {@code new StringBuilder()}: nothing is in it yet. */
    static boolean isEmptyText(CallSite site) {
        String type = site.receiverType().simpleName();
        return (type.equals("StringBuilder") || type.equals("StringBuffer"))
                && (site.args().isEmpty() || site.argExprs().get(0).type().isPrimitive());
    }

    /** A list that is made empty, or of elements that are written out; null where the call makes none. */
    @Nullable
    Value made(CallSite site) {
        String type = site.method().owner().simpleName();
        if (site.method().name().equals("<init>")) {
            boolean empty =
                    site.args().isEmpty() || site.argExprs().get(0).type().isPrimitive();
            return empty && LISTS.contains(site.receiverType().simpleName()) ? ordered(List.of()) : null;
        }
        boolean of = site.method().name().equals("of") && type.equals("List")
                || site.method().name().equals("asList") && type.equals("Arrays");
        boolean spread = site.args().size() == 1 && site.args().get(0).is(Flag.ORDERED)
                || site.argExprs().stream().anyMatch(arg -> arg.type().dims() > 0);
        return of && !site.args().isEmpty() && site.args().size() <= LONGEST && !spread ? ordered(site.args()) : null;
    }

    /** What a call gives of a list whose order is known; null where the call is no such one. */
    @Nullable
    Value value(CallSite site) {
        String name = site.method().name();
        if (!site.receiver().is(Flag.ORDERED)) {
            boolean read = name.equals("get") || name.equals("remove") || name.equals("elementAt");
            return read && isList(site) && site.receiver().isHandedIn() ? handedIn(site) : null;
        }
        List<Value> elements = elements(site.receiver());
        int size = elements.size();
        boolean stack = site.receiverType().simpleName().equals("Stack");
        Value only = site.args().size() == 1 ? site.args().get(0) : Value.NONE;
        Integer index = site.args().isEmpty() ? null : index(site.args().get(0));
        switch (name) {
            case "add",
                    "set",
                    "insertElementAt",
                    "addElement",
                    "addLast",
                    "offer",
                    "offerLast",
                    "push",
                    "addFirst",
                    "offerFirst" -> {
                boolean front = name.endsWith("First") || name.equals("push") && !isEndPushed(site);
                int at = site.args().size() == 2 && index != null ? index : front ? 0 : size;
                if (site.args().size() == 2 && index == null || at > size || name.equals("set") && at == size) {
                    return null;
                }
                if (name.equals("set")) {
                    elements.remove(at);
                }
                elements.add(at, site.args().size() == 2 ? site.args().get(1) : only);
                return changed(site, elements, Value.NONE);
            }
            case "clear", "removeAllElements" -> {
                return changed(site, List.of(), Value.NONE);
            }
            case "get", "elementAt" -> {
                return index != null && index < size ? elements.get(index) : null;
            }
            case "remove" -> {
                Integer at = site.args().isEmpty() ? Integer.valueOf(0) : index;
                return at == null || at >= size ? null : changed(site, elements, elements.remove(at.intValue()));
            }
            default -> {
                boolean first = FIRST.contains(name) && !(stack && (name.equals("pop") || name.equals("peek")));
                boolean last = LAST.contains(name) || stack && (name.equals("pop") || name.equals("peek"));
                if (!first && !last || size == 0 || !site.args().isEmpty()) {
                    return null;
                }
                int at = first ? 0 : size - 1;
                boolean takes = name.startsWith("remove") || name.startsWith("po");
                Value element = elements.get(at);
                if (takes) {
                    elements.remove(at);
                    return changed(site, elements, element);
                }
                return element;
            }
        }
    }

    /** The call on a list whose order it does not keep to, or changes in a way that is not known here. */
    CallSite shuffled(CallSite site) {
        String name = site.method().name();
        if (!site.receiver().is(Flag.ORDERED) || LOOKING.contains(name)) {
            return site;
        }
        Value heap = heap(site.receiver());
        if (!READING.contains(name)) {
            mutations.update(site.receiverExpr(), heap);
        }
        return site.on(heap);
    }

    /** The same elements, in no order that is known. */
    static Value heap(Value list) {
        if (!list.is(Flag.ORDERED)) {
            return list;
        }
        Value result = list.without(Flag.ORDERED).withContents(Map.of());
        for (Value element : list.contents().values()) {
            result = element.speaks() ? result.holding(Value.ELEMENTS, element) : result;
        }
        return result;
    }

    private Value changed(CallSite site, List<Value> elements, Value result) {
        boolean inPlace = site.receiverExpr() instanceof Expr.Local;
        Value list = elements.size() <= LONGEST ? ordered(elements) : heap(ordered(elements));
        mutations.update(site.receiverExpr(), inPlace ? list : heap(list));
        return result;
    }

    private static Value ordered(List<Value> elements) {
        Map<String, Value> contents = new LinkedHashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            contents.put(key(i), elements.get(i));
        }
        return Value.NONE.withContents(contents).with(Flag.ORDERED);
    }

    private static List<Value> elements(Value list) {
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < list.contents().size(); i++) {
            elements.add(list.contents().getOrDefault(key(i), Value.NONE));
        }
        return elements;
    }

    private static boolean isEndPushed(CallSite site) {
        return site.receiverType().simpleName().equals("Stack");
    }

    private static boolean isList(CallSite site) {
        String type = site.receiverType().simpleName();
        return LISTS.contains(type) || type.equals("List");
    }

    private static @Nullable Value handedIn(CallSite site) {
        Integer index = site.args().size() == 1 ? index(site.args().get(0)) : null;
        return index == null ? null : site.receiver().entry(key(index));
    }

    private static @Nullable Integer index(Value value) {
        return value.constant() instanceof Integer number && number >= 0 && !value.is(Flag.OPEN) ? number : null;
    }
}
