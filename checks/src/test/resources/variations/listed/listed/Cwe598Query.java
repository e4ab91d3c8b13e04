package listed;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Cwe598Query extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String password = request.getParameter("password"); // BUG: SecretFromQueryParameter
        check(request.getParameter("user"), password); // OK: SecretFromQueryParameter
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        check(request.getParameter("user"), request.getParameter("password")); // OK: SecretFromQueryParameter
    }

    private void check(String user, String password) {}

    Map<String, String> split(HttpServletRequest request) {
        Map<String, String> map = new HashMap<>();
        for (String pair : request.getQueryString().split("&")) {
            int at = pair.indexOf('=');
            map.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return map;
    }

    String bad1(HttpServletRequest request) {
        Map<String, String> query = split(request);
        return query.get("api_key"); // BUG: SecretFromQueryParameter
    }

    String bad2(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && query.startsWith("access_token=")) { // BUG: SecretFromQueryParameter
            return query.substring("access_token=".length());
        }
        return null;
    }

    String bad3(com.sun.net.httpserver.HttpExchange exchange) {
        for (String pair : exchange.getRequestURI().getQuery().split("&")) {
            String[] both = pair.split("=", 2);
            if (both[0].equals("token")) {
                return both[1]; // BUG: SecretFromQueryParameter
            }
        }
        return null;
    }

    URI bad4(String apiKey) {
        return URI.create("https://api.example.com/x?limit=5&api_key=" + URLEncoder.encode(apiKey, StandardCharsets.UTF_8)); // BUG: SecretInUrl
    }

    URI bad5(String accessToken) throws Exception {
        String query = String.join("&", "format=json", "access_token=" + accessToken);
        return new URI("https", "api.example.com", "/x", query, null); // BUG: SecretInUrl
    }

    String good1(HttpServletRequest request) {
        return split(request).get("page"); // OK: SecretFromQueryParameter
    }

    URI good2(String keyId) {
        return URI.create("https://api.example.com/x?key_id=" + keyId); // OK: SecretInUrl
    }
}
