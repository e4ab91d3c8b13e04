package dev.keywright.runtime;

/**
 * One header field line of an answer.
 *
 * @param name the field name (RFC 9110, section 5.1)
 * @param value the field value, printable ASCII only
 */
public record Header(String name, String value) {}
