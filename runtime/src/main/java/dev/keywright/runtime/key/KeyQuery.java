package dev.keywright.runtime.key;

import org.jspecify.annotations.Nullable;

/**
 * Which keys to list, a page at a time, in the order of their ids (by code point).
 *
 * @param owner only this owner's; null for all
 * @param after only those whose id comes after this one, as the last of the page before; null for the first page
 * @param limit how many at most, 1 to 1,000
 */
public record KeyQuery(@Nullable String owner, @Nullable String after, int limit) {

    private static final int LARGEST_PAGE = 1_000;

    public KeyQuery {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException(KeyMessages.pageSize(LARGEST_PAGE));
        }
    }

    /** The first page of all keys. */
    public static KeyQuery all() {
        return new KeyQuery(null, null, LARGEST_PAGE);
    }

    /** The first page of one owner's keys. */
    public static KeyQuery of(String owner) {
        return new KeyQuery(owner, null, LARGEST_PAGE);
    }

    /** The page after the one that ended with this id. */
    public KeyQuery after(String id) {
        return new KeyQuery(owner, id, limit);
    }
}
