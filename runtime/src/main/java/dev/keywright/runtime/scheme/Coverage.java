package dev.keywright.runtime.scheme;

import dev.keywright.runtime.fields.Bare;
import dev.keywright.runtime.fields.Element;
import dev.keywright.runtime.fields.Parameters;
import dev.keywright.runtime.signature.Rfc9421Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one signature of RFC 9421 covers, read from its member of Signature-Input.
 *
 * @param components the covered components, in order, none of them twice
 * @param serialized the member as {@code @signature-params} signs it (RFC 9421, section 2.3)
 */
record Coverage(List<Component> components, String serialized) {

    private static final int MOST_COMPONENTS = 32;

    /** Zero for each character that a field's name may hold, in lower case; -1 for the others. */
    private static final byte[] NOT_IN_FIELD_NAMES = new byte[128];

    static {
        Arrays.fill(NOT_IN_FIELD_NAMES, (byte) -1);
        String letters = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~";
        for (int i = 0; i < letters.length(); i++) {
            NOT_IN_FIELD_NAMES[letters.charAt(i)] = 0;
        }
    }

    /** Those of requests, less the ones that name a part that another covers or that no two hops agree about. */
    private static final Set<String> DERIVED = Set.of("@method", "@authority", "@path", "@query", "@target-uri");

    /**
     * One covered component.
     *
     * @param name a derived component's, or a field's in lower case
     * @param form which of its values is signed
     * @param key the dictionary key under {@link Form#MEMBER}
     * @param identifier its name and parameters as they are signed
     */
    record Component(String name, Form form, @Nullable String key, String identifier) {

        boolean isDerived() {
            return name.charAt(0) == '@';
        }

        /** The order of parameters does not make two components of one. */
        boolean isSameAs(Component other) {
            return name.equals(other.name) && form == other.form && Objects.equals(key, other.key);
        }

        boolean coversContentDigest() {
            return form != Form.MEMBER && name.equalsIgnoreCase(Rfc9421Scheme.CONTENT_DIGEST);
        }
    }

    /** How a field's value is written (RFC 9421, section 2.1). */
    enum Form {
        /** Its lines as they came. */
        PLAIN,
        /** With {@code sf}: serialised anew. */
        STRUCTURED,
        /** With {@code key}: one member of a dictionary. */
        MEMBER,
        /** With {@code bs}: each line as a byte sequence. */
        BYTES
    }

    /** Reads a member; null when it covers what no request has, or anything twice. */
    static @Nullable Coverage read(Element.InnerList member) {
        if (member.items().size() > MOST_COMPONENTS) {
            return null;
        }
        List<Component> components = new ArrayList<>(member.items().size());
        for (Element.Item item : member.items()) {
            Component component = component(item);
            if (component == null) {
                return null;
            }
            // A few: each is compared with each.
            for (Component other : components) {
                if (component.isSameAs(other)) {
                    return null;
                }
            }
            components.add(component);
        }
        return new Coverage(components, member.serialized());
    }

    private static @Nullable Component component(Element.Item item) {
        if (!(item.value() instanceof Bare.Text text)) {
            return null;
        }
        String name = text.value();
        Parameters parameters = item.parameters();
        if (name.startsWith("@")) {
            boolean known = DERIVED.contains(name) && parameters.isEmpty();
            return known ? new Component(name, Form.PLAIN, null, '"' + name + '"') : null;
        }
        if (!isFieldName(name)) {
            return null;
        }
        // Neither such a name nor the field's holds what would have to be escaped.
        if (parameters.isEmpty()) {
            return new Component(name, Form.PLAIN, null, '"' + name + '"');
        }
        Form form = Form.PLAIN;
        String key = null;
        for (String parameter : parameters.names()) {
            Bare value = parameters.get(parameter);
            boolean flag = value instanceof Bare.Flag is && is.value();
            // sf beside key says nothing more; bs contradicts both. req and tr name other messages and trailers.
            if (parameter.equals("key") && value instanceof Bare.Text named && form != Form.BYTES) {
                form = Form.MEMBER;
                key = named.value();
            } else if (parameter.equals("sf") && flag && form != Form.BYTES) {
                form = form == Form.MEMBER ? form : Form.STRUCTURED;
            } else if (parameter.equals("bs") && flag && form == Form.PLAIN) {
                form = Form.BYTES;
            } else {
                return null;
            }
        }
        return new Component(name, form, key, item.serialized());
    }

    private static boolean isFieldName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= NOT_IN_FIELD_NAMES.length || NOT_IN_FIELD_NAMES[c] != 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Whether the method and the whole target are covered. */
    boolean coversTarget() {
        return covers("@method")
                && (covers("@target-uri") || (covers("@authority") && covers("@path") && covers("@query")));
    }

    boolean coversContentDigest() {
        for (Component component : components) {
            if (component.coversContentDigest()) {
                return true;
            }
        }
        return false;
    }

    private boolean covers(String derived) {
        for (Component component : components) {
            if (component.name().equals(derived)) {
                return true;
            }
        }
        return false;
    }
}
