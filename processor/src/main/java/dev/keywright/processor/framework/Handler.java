package dev.keywright.processor.framework;

import java.util.Map;
import javax.lang.model.element.ExecutableElement;

/**
 * A class that a framework calls.
 *
 * @param framework who calls it
 * @param endpoints the methods that are called for requests, inherited ones too, each with its route
 */
public record Handler(Framework framework, Map<ExecutableElement, Route> endpoints) {}
