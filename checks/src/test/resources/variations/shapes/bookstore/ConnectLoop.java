package bookstore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class ConnectLoop {

    private boolean privateTrue = true;
    private static final boolean STATIC_FALSE = false;

    PasswordAuthentication bad() {
        String data = null;
        while (true) {
            data = "7e5tP@ssw0rd";
            break;
        }
        return new PasswordAuthentication("operator", data.toCharArray()); // BUG: HardcodedSecret
    }

    PasswordAuthentication goodConsole() throws IOException {
        String data = "";
        while (true) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            data = reader.readLine();
            break;
        }
        return new PasswordAuthentication("operator", data.toCharArray()); // OK: HardcodedSecret
    }

    PasswordAuthentication badFlag() throws IOException {
        String data;
        if (privateTrue) {
            data = "7e5tP@ssw0rd";
        } else {
            data = Files.readString(Path.of("/etc/operator/password"));
        }
        return new PasswordAuthentication("operator", data.toCharArray()); // BUG: HardcodedSecret
    }

    PasswordAuthentication goodDeadBranch() throws IOException {
        String data;
        if (STATIC_FALSE) {
            data = "7e5tP@ssw0rd";
        } else {
            data = Files.readString(Path.of("/etc/operator/password"));
        }
        return new PasswordAuthentication("operator", data.toCharArray()); // OK: HardcodedSecret
    }

    PasswordAuthentication badSwitch(int mode) throws IOException {
        String data;
        switch (mode) {
            case 6:
                data = Files.readString(Path.of("/etc/operator/password"));
                break;
            default:
                data = "7e5tP@ssw0rd";
                break;
        }
        return new PasswordAuthentication("operator", data.toCharArray()); // BUG: HardcodedSecret
    }

    PasswordAuthentication badFor() {
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < 1; i++) {
            builder.append("7e5tP@").append("ssw0rd");
        }
        char[] pin = builder.toString().toCharArray();
        return new PasswordAuthentication("operator", pin); // BUG: HardcodedSecret
    }
}
