package bookstore;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import org.apache.commons.net.ftp.FTPClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class SecretUser {

    private static final Logger log = LoggerFactory.getLogger(SecretUser.class);
    private final FTPClient ftp = new FTPClient();

    void badAcrossFiles() throws IOException {
        String data = SecretHolder.badSource();
        ftp.login("books", data); // BUG: HardcodedSecret
    }

    void goodAcrossFiles() throws IOException {
        String data = SecretHolder.goodSource();
        ftp.login("books", data); // OK: HardcodedSecret
    }

    void badLogAcrossFiles() {
        String data = SecretHolder.goodSource();
        log.debug("got {}", data); // BUG: SecretLogged
    }

    void badVector() throws IOException {
        Vector<String> vector = new Vector<>(5);
        vector.add(0, "r0undTr1p#44");
        vector.add(1, "books");
        ftp.login(vector.get(1), vector.get(0)); // BUG: HardcodedSecret
    }

    void badLinkedList() {
        LinkedList<String> values = new LinkedList<>();
        values.add("first");
        values.add(System.getenv("BOOKSTORE_FTP_PASSWORD"));
        log.info("last value was {}", values.getLast()); // BUG: SecretLogged
    }

    void goodLinkedList() {
        LinkedList<String> values = new LinkedList<>();
        values.add("first");
        values.add(System.getenv("BOOKSTORE_FTP_PASSWORD"));
        log.info("first value was {}", values.getFirst()); // OK: SecretLogged
    }

    void badMap() {
        Map<Integer, String> byNumber = new HashMap<>();
        byNumber.put(2, System.getenv("BOOKSTORE_FTP_PASSWORD"));
        print(byNumber); // BUG: SecretLogged
    }

    private void print(Map<Integer, String> byNumber) {
        String data = byNumber.get(2);
        log.info("entry {}", data);
    }

    void badWrapped() {
        SecretHolder holder = new SecretHolder(System.getenv("BOOKSTORE_FTP_PASSWORD"));
        use(holder);
    }

    private void use(SecretHolder holder) {
        String data = (String) holder.inner();
        log.warn("could not log in with " + data); // BUG: SecretLogged
    }

    void badStatic() {
        SecretHolder.shared = System.getenv("BOOKSTORE_FTP_PASSWORD");
        fromStatic();
    }

    private void fromStatic() {
        log.error("still {}", SecretHolder.shared); // BUG: SecretLogged
    }

    void goodStreamLength() {
        List<String> values = List.of("a", System.getenv("BOOKSTORE_FTP_PASSWORD"));
        log.info("lengths {}", values.stream().mapToInt(String::length).sum()); // OK: SecretLogged
    }
}
