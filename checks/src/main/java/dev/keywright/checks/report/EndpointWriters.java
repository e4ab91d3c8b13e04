package dev.keywright.checks.report;

import dev.keywright.checks.report.EndpointRow.Access;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes lists of endpoints. */
public final class EndpointWriters {

    private EndpointWriters() {}

    /** A table for people, and a count of what is open. */
    public static void text(List<EndpointRow> rows, Appendable out) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (EndpointRow row : rows) {
            cells.add(List.of(
                    lower(row.access()),
                    row.method(),
                    row.path().isEmpty() ? "?" : row.path(),
                    row.guard().isEmpty() ? "-" : row.guard(),
                    row.scopes().isEmpty() ? "-" : String.join(",", row.scopes()),
                    row.limits().isEmpty() ? "-" : String.join("; ", row.limits()),
                    row.handler() + " (" + row.location().path() + ':'
                            + row.location().start().line() + ')'));
        }
        int[] widths = new int[7];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.append(Plain.text(line.toString().stripTrailing())).append('\n');
        }
        long open = rows.stream().filter(row -> row.access() == Access.OPEN).count();
        out.append(Messages.count(rows.size(), "endpoint")).append(", ").append(open + " open.\n");
    }

    /** Keywright's own JSON, the rows of {@code endpoints} in {@link JsonReportWriter}. */
    public static void json(List<EndpointRow> rows, Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.object(() -> json.array("endpoints", rows, row -> JsonReportWriter.endpoint(json, row)));
        out.append('\n');
    }

    /** The security schemes and requirements of OpenAPI 3.1: every path, and what a caller must present there. */
    public static void openApi(List<EndpointRow> rows, Appendable out) throws IOException {
        Map<String, Map<String, EndpointRow>> paths = new TreeMap<>();
        Map<String, SecurityScheme> schemes = new TreeMap<>();
        for (EndpointRow row : rows) {
            for (String method : methods(row)) {
                paths.computeIfAbsent(row.path().isEmpty() ? "/" : row.path(), path -> new LinkedHashMap<>())
                        .putIfAbsent(method, row);
            }
            row.security().forEach(all -> all.forEach(scheme -> schemes.putIfAbsent(scheme.name(), scheme)));
        }
        JsonWriter json = new JsonWriter(out);
        json.object(() -> {
            json.field("openapi", "3.1.0");
            json.object("info", () -> {
                json.field("title", "Endpoints found by Keywright");
                json.field("version", "0");
            });
            json.object("paths", () -> {
                for (Map.Entry<String, Map<String, EndpointRow>> path : paths.entrySet()) {
                    json.object(path.getKey(), () -> operations(json, path.getValue()));
                }
            });
            json.object(
                    "components",
                    () -> json.object("securitySchemes", () -> {
                        for (SecurityScheme scheme : schemes.values()) {
                            json.object(scheme.name(), () -> {
                                for (Map.Entry<String, String> field :
                                        scheme.fields().entrySet()) {
                                    json.field(field.getKey(), field.getValue());
                                }
                            });
                        }
                    }));
        });
        out.append('\n');
    }

    private static void operations(JsonWriter json, Map<String, EndpointRow> operations) throws IOException {
        for (Map.Entry<String, EndpointRow> operation : operations.entrySet()) {
            EndpointRow row = operation.getValue();
            json.object(operation.getKey(), () -> {
                json.field("operationId", row.handler());
                json.array("security", () -> requirements(json, row));
                json.field("x-keywright-access", lower(row.access()));
                if (!row.limits().isEmpty()) {
                    json.strings("x-keywright-limits", row.limits());
                }
                json.object("responses", () -> json.object("default", () -> json.field("description", "")));
            });
        }
    }

    /** One object asks for all schemes in it; several objects are alternatives; none at all: anybody may call. */
    private static void requirements(JsonWriter json, EndpointRow row) throws IOException {
        for (List<SecurityScheme> all : row.security()) {
            Map<String, Set<String>> scopes = new LinkedHashMap<>();
            all.forEach(scheme -> scopes.computeIfAbsent(scheme.name(), name -> new LinkedHashSet<>())
                    .addAll(scheme.scopes()));
            json.object(() -> {
                for (Map.Entry<String, Set<String>> scheme : scopes.entrySet()) {
                    json.strings(scheme.getKey(), List.copyOf(scheme.getValue()));
                }
            });
        }
    }

    private static List<String> methods(EndpointRow row) {
        String methods = row.method().equals("*") ? "GET POST PUT PATCH DELETE" : row.method();
        List<String> known = new ArrayList<>();
        for (String method : methods.toLowerCase(Locale.ROOT).split(" ")) {
            if (List.of("get", "put", "post", "delete", "options", "head", "patch", "trace")
                    .contains(method)) {
                known.add(method);
            }
        }
        return known;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
