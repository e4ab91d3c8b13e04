package dev.keywright.checks.fuzz;

import java.util.List;

/** Files that are not Java, to be mutated. */
final class SettingsSamples {

    static final List<String> TOML = List.of(
            """
            baseline = "accepted.txt"
            exclude = ["**/generated/**", "src/*.java", "[a-z]/{a,b}/?.java"]
            include-tests = true
            include-generated = false

            [severity]
            SecretLogged = "warning"
            MissingRateLimit = "off"

            [endpoints]
            must-be-protected = "always"
            protected-elsewhere = ["/internal/**", "/actuator/*"]
            limited-elsewhere = ["/**"]

            [secrets]
            names = ["pan", "kennwort", "api-key"]
            harmless-names = ["token-count"]
            """,
            """
            [[source]]
            method = "com.acme.Vault#read"
            kind = "password"

            [[sink]]
            method = "com.acme.Audit#write"
            kind = "log"
            argument = 1

            [[sanitizer]]
            method = "com.acme.Masks#mask"

            [[logger]]
            type = "com.acme.Log"
            methods = ["say", "tell"]

            [[route]]
            annotation = "com.acme.Path"
            method = "POST"
            path = "at"
            """,
            "\ufeff\n# nothing\n",
            "a = 1979-05-27T07:32:00Z\nb = { c = [1, 2.5e3, inf] }\nexclude = '''\n**'''\n");

    static final List<String> BASELINES = List.of(
            "# accepted findings\n0123456789abcdef0123456789abcdef SecretLogged src/A.java\n",
            "ffffffffffffffffffffffffffffffff TimingUnsafeComparison b c d\r\n\r\n",
            "00000000000000000000000000000000");

    static final List<String> MODELS =
            List.of("""
            # rows
            java.util.Map#put|putIfAbsent/2 -> puts arg0 arg1
            java.lang.String#format/2+ -> format arg0 arg1+; fluent
            org.slf4j.Logger#info|debug -> sink log args
            ~request#getHeader/1 -> named arg0 presented header
            *Mac#doFinal/0-1 -> source mac computed the MAC
            ?#forEach -> calls arg0 (this*) result*
            ~~vault#read -> source key expected; returns this
            javax.crypto.Mac#update -> writes this arg0*
            java.security.MessageDigest#isEqual/2 -> compares-safely arg0 arg1
            """, "a.B|c.D#e/1 -> digest arg0; concat this args; holds arg1+; gets arg0; sanitizes\n");

    private SettingsSamples() {}
}
