package dev.keywright.cli;

import picocli.CommandLine.Command;

/** The life of API keys in a key file. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Makes, lists, rotates, revokes and checks API keys.")
final class KeysCommand {}
