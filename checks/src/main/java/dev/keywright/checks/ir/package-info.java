/**
 * The program as small sealed records with positions and resolved types. Front ends write it; flow, endpoints and rules
 * read it. It knows no parser. What a front end could not resolve is said so: {@link TypeRef#UNKNOWN},
 * {@link Expr.Unknown}, {@link MethodRef#resolved()}.
 *
 * <p>Everything here is immutable and may be read from several threads.
 */
@NullMarked
package dev.keywright.checks.ir;

import org.jspecify.annotations.NullMarked;
