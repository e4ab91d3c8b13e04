package dev.keywright.runtime.key;

import java.util.Map;

/** How large the parts of a record may be, so that every store can hold it and none grows without bound. */
final class KeyBounds {

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_OWNER = 256;
    private static final int LONGEST_LIMITS = 256;
    private static final int MOST = 64;
    private static final int LONGEST_LABEL = 1_024;

    private KeyBounds() {}

    static void checkNames(KeyRecord.Builder record) {
        if (!isId(record.id) || !isText(record.owner, LONGEST_OWNER)) {
            throw new IllegalArgumentException(KeyMessages.recordWithoutIdOrOwner(record.id));
        }
        if (record.successor != null && !isId(record.successor)) {
            throw new IllegalArgumentException(KeyMessages.tooLarge(record.id, "successor"));
        }
    }

    static void checkSizes(KeyRecord.Builder record) {
        check(record.scopes.size() <= MOST, record, "scopes");
        check(record.networks.size() <= MOST, record, "networks");
        check(record.limits == null || record.limits.length() <= LONGEST_LIMITS, record, "limits");
        check(record.labels.size() <= MOST, record, "labels");
        for (Map.Entry<String, String> label : record.labels.entrySet()) {
            boolean fits = isText(label.getKey(), LONGEST_NAME)
                    && (label.getValue().isEmpty() || isText(label.getValue(), LONGEST_LABEL));
            check(fits, record, "labels");
        }
    }

    private static void check(boolean fits, KeyRecord.Builder record, String member) {
        if (!fits) {
            throw new IllegalArgumentException(KeyMessages.tooLarge(record.id, member));
        }
    }

    private static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** Whether every store can hold a text as it is: not blank, no control characters, no halves of characters. */
    private static boolean isText(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            return false;
        }
        return text.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }
}
