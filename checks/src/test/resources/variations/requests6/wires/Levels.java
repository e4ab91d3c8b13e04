package wires;

import java.util.Map;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class Levels {

    void wire() {
        Logger.getLogger("org.apache.http.wire").setLevel(Level.DEBUG); // BUG: CredentialWireLogging
        Logger.getLogger("org.apache.http.wire").setLevel(Level.ERROR); // OK: CredentialWireLogging
        Logger.getLogger("org.example.orders").setLevel(Level.DEBUG); // OK: CredentialWireLogging
    }
}

@RestController
class Numbered {

    @PostMapping("/api/signin2")
    String signIn2(@RequestBody Map<String, String> password) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/api/items2")
    String items2(@RequestBody Map<String, String> password) { // OK: MissingRateLimit
        return "";
    }
}
