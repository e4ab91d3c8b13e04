package dev.keywright.checks.finding;

import dev.keywright.checks.ir.Position;
import dev.keywright.checks.ir.Span;

/** A range in a file, in offsets and in lines and columns; {@code end} is exclusive. */
public record Location(String path, Span span, Position start, Position end) {}
