package plain;

import java.io.DataOutputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

class Forms {

    int form(String user, String password) throws Exception {
        HttpURLConnection c = (HttpURLConnection) new URL("http://login.bank-partner.com/session").openConnection(); // BUG: SecretOverPlainHttp
        c.setDoOutput(true);
        try (OutputStream out = c.getOutputStream()) {
            out.write(("user=" + user + "&password=" + password).getBytes());
        }
        return c.getResponseCode();
    }

    int wrapped(String password) throws Exception {
        HttpURLConnection c = (HttpURLConnection) new URL("http://login.bank-partner.com/session").openConnection(); // BUG: SecretOverPlainHttp
        DataOutputStream out = new DataOutputStream(c.getOutputStream());
        out.writeBytes("password=" + password);
        return c.getResponseCode();
    }

    int harmless(String user, String password) throws Exception {
        HttpURLConnection c = (HttpURLConnection) new URL("http://news.bank-partner.com/feed").openConnection(); // OK: SecretOverPlainHttp
        try (OutputStream out = c.getOutputStream()) {
            out.write(("user=" + user).getBytes());
        }
        return c.getResponseCode();
    }

    int secure(String user, String password) throws Exception {
        HttpURLConnection c = (HttpURLConnection) new URL("https://login.bank-partner.com/session").openConnection(); // OK: SecretOverPlainHttp
        try (OutputStream out = c.getOutputStream()) {
            out.write(("user=" + user + "&password=" + password).getBytes());
        }
        return c.getResponseCode();
    }
}
