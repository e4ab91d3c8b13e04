package listed;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Cwe208Compare extends HttpServlet {
    private String expectedToken;
    private static final Map<String, String> SETTINGS = new HashMap<>();

    static {
        SETTINGS.put("api.secret", System.getenv("API_SECRET"));
    }

    public void badEnvironment(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String data;
        data = request.getHeader("X-Api-Key");
        if (!data.equals(System.getenv("API_KEY"))) { // BUG: TimingUnsafeComparison
            response.sendError(401);
        }
    }

    public void badMap(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String given = request.getHeader("X-Api-Secret");
        if (!Objects.equals(SETTINGS.get("api.secret"), given)) { // BUG: TimingUnsafeComparison
            response.sendError(401);
        }
    }

    public void badProperties(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Properties properties = new Properties();
        try (FileInputStream in = new FileInputStream("app.properties")) {
            properties.load(in);
        }
        String[] pair = {request.getHeader("Authorization"), properties.getProperty("access.token")};
        if (pair[0].compareTo("Bearer " + pair[1]) != 0) { // BUG: TimingUnsafeComparison
            response.sendError(401);
        }
    }

    public void badSwitchFlow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String data;
        switch (6) {
            case 6:
                data = request.getHeader("X-Auth-Token");
                break;
            default:
                data = "none";
                break;
        }
        if (!expectedToken.contentEquals(data)) { // BUG: TimingUnsafeComparison
            response.sendError(403);
        }
    }

    public void badLoop(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] given = request.getHeader("X-Auth-Token").getBytes();
        byte[] wanted = expectedToken.getBytes();
        for (int i = 0; i < wanted.length; i++) {
            if (given[i] != wanted[i]) { // BUG: TimingUnsafeComparison
                response.sendError(403);
                return;
            }
        }
    }

    public void good1(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String data = request.getHeader("X-Api-Key");
        if (!MessageDigest.isEqual(data.getBytes(), System.getenv("API_KEY").getBytes())) { // OK: TimingUnsafeComparison
            response.sendError(401);
        }
    }

    public void good2(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] given = request.getHeader("X-Auth-Token").getBytes();
        byte[] wanted = expectedToken.getBytes();
        int difference = given.length ^ wanted.length;
        for (int i = 0; i < wanted.length && i < given.length; i++) {
            difference |= given[i] ^ wanted[i];
        }
        if (difference != 0) { // OK: TimingUnsafeComparison
            response.sendError(403);
        }
    }

    public boolean good3(String contentType, HttpServletRequest request) {
        return contentType.equals(request.getHeader("Content-Type")); // OK: TimingUnsafeComparison
    }

    public boolean good4(byte[] file, byte[] checksum) throws Exception {
        return Arrays.equals(MessageDigest.getInstance("SHA-256").digest(file), checksum); // OK: TimingUnsafeComparison
    }
}
