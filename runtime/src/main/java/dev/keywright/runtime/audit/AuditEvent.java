package dev.keywright.runtime.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision. Every text is escaped to printable ASCII and cut at 256 characters, so it can be written to any log.
 *
 * @param time when
 * @param requestId the id that the answer carries
 * @param endpoint the endpoint's name
 * @param reason what was decided and why
 * @param keyId the id of the key or secret, never the key; null when none was recognised
 * @param owner whose key it is; null when none was recognised
 * @param address the client's address
 * @param method the request's method
 * @param path the request's raw path, without its query
 * @param suppressed how many events with this reason were left out since the last one, under flood
 */
public record AuditEvent(
        Instant time,
        String requestId,
        String endpoint,
        Reason reason,
        @Nullable String keyId,
        @Nullable String owner,
        String address,
        String method,
        String path,
        long suppressed) {}
