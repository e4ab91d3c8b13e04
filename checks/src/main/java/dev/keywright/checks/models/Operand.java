package dev.keywright.checks.models;

/**
 * A value that takes part in a call.
 *
 * @param index of an argument from 0; {@link #THIS}, {@link #ALL_ARGUMENTS} or {@link #RESULT}
 * @param rest whether the arguments after {@code index} are meant as well
 * @param element whether the elements of the value are meant
 */
public record Operand(int index, boolean rest, boolean element) {

    public static final int THIS = -1;
    public static final int ALL_ARGUMENTS = -2;
    public static final int RESULT = -3;

    static Operand parse(String text) {
        boolean element = text.endsWith("*");
        String rest = element ? text.substring(0, text.length() - 1) : text;
        boolean plus = rest.endsWith("+");
        rest = plus ? rest.substring(0, rest.length() - 1) : rest;
        return switch (rest) {
            case "this" -> new Operand(THIS, false, element);
            case "args" -> new Operand(ALL_ARGUMENTS, false, element);
            case "result" -> new Operand(RESULT, false, element);
            default -> {
                if (!rest.startsWith("arg")) {
                    throw new IllegalArgumentException("not an operand: " + text);
                }
                yield new Operand(Integer.parseInt(rest.substring(3)), plus, element);
            }
        };
    }
}
