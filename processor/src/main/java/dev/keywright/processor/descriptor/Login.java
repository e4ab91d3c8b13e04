package dev.keywright.processor.descriptor;

/**
 * How failed log-ins are put off. The attributes are valid and kept as the user wrote them.
 *
 * @param account a JSON pointer or the name of a form field
 * @param failures one limit
 * @param bodyLimit a size
 */
public record Login(String account, String failures, String bodyLimit) {}
