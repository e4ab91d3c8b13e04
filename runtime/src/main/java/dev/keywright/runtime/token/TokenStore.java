package dev.keywright.runtime.token;

import dev.keywright.runtime.key.KeyStore.Health;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where records of issued tokens are kept. Implementations are safe for use by many threads and, where several nodes share
 * them, by many nodes: each call is one atomic step. They answer quickly; one that asks another machine bounds the wait
 * itself and throws. Their memory is bounded: a store that is full issues no more, and never makes room by forgetting a
 * record that has not expired.
 *
 * <p>A token that was revoked is forgotten, which refuses it for ever: what the store does not know is not valid. A refresh
 * token that was used stays, marked, until it expires, so that a second use is noticed.
 */
public interface TokenStore {

    /** What a store knows of a token. */
    record Stored(TokenRecord record, boolean used) {}

    /** What became of a refresh token. */
    enum Rotation {
        /** It is marked as used now, and its successors are kept. */
        ROTATED,
        /** It was used before: somebody else has it too. Its whole family is revoked now, and nothing was kept. */
        REUSED,
        /** It is not known, revoked or expired, or no refresh token; nothing was kept. */
        GONE,
        /** There is no room for its successors; it was not marked and nothing was kept. */
        FULL
    }

    /**
     * Keeps the first tokens of a family, all or none.
     *
     * @param tokens of one owner and one family that the store does not know yet
     * @param nowMillis the time now, in milliseconds since the epoch
     * @return false when the owner's quota or the store is full; then nothing was kept
     * @throws IllegalArgumentException when they are not of one owner and family
     * @throws TokenStoreException when the store cannot tell, or knows one of the ids already
     */
    boolean save(List<TokenRecord> tokens, long nowMillis) throws TokenStoreException;

    /**
     * Finds a token by its id. Whether it is expired is left to the caller; an expired one may be forgotten already.
     *
     * @return null when it is not known, or revoked
     * @throws TokenStoreException when the store cannot tell
     */
    @Nullable
    Stored find(String id) throws TokenStoreException;

    /**
     * Marks a refresh token as used and keeps its successors, in one step: of any number of calls with the same token exactly
     * one gets {@link Rotation#ROTATED}. When the token was used before, its family is revoked in the same step, whatever
     * was added to it in between.
     *
     * @param refreshId the id of the refresh token
     * @param successors new tokens of its owner and family
     * @param nowMillis the time now, in milliseconds since the epoch
     * @throws IllegalArgumentException when the successors are not of one owner and family
     * @throws TokenStoreException when the store cannot tell, or knows one of the ids already
     */
    Rotation rotate(String refreshId, List<TokenRecord> successors, long nowMillis) throws TokenStoreException;

    /**
     * Revokes one token; its family goes on.
     *
     * @return whether it was known
     * @throws TokenStoreException when the store cannot tell; the token may still be valid
     */
    boolean revoke(String id) throws TokenStoreException;

    /**
     * Revokes all tokens of a family.
     *
     * @return how many there were
     * @throws TokenStoreException when the store cannot tell; they may still be valid
     */
    int revokeFamily(String family) throws TokenStoreException;

    /**
     * Revokes all tokens of an owner. Tokens that are issued later are not concerned.
     *
     * @return how many there were
     * @throws TokenStoreException when the store cannot tell; they may still be valid
     */
    int revokeOwner(String owner) throws TokenStoreException;

    /** How the store is. */
    default Health health() {
        return Health.UP;
    }
}
