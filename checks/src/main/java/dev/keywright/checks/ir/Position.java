package dev.keywright.checks.ir;

/** A place in a source file: line and column, both from 1. A column counts UTF-16 units; a tab is one. */
public record Position(int line, int column) {}
