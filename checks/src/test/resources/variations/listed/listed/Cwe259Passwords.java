package listed;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Hashtable;
import java.util.Vector;
import javax.naming.Context;
import javax.naming.directory.InitialDirContext;

public class Cwe259Passwords {
    private static final boolean TRUE = true;
    private String dataBadField;

    static class Container {
        String one;
    }

    abstract static class Base {
        abstract Connection action(String data) throws SQLException;
    }

    static class Child extends Base {
        @Override
        Connection action(String data) throws SQLException {
            return DriverManager.getConnection("jdbc:x:db", "sa", data);
        }
    }

    void bad1() throws SQLException {
        String data;
        if (TRUE) {
            data = "7e5tc4s3";
        } else {
            data = null;
        }
        DriverManager.getConnection("jdbc:x:db", "sa", data); // BUG: HardcodedSecret
    }

    void bad2() throws SQLException {
        Container container = new Container();
        container.one = "kaffee-und-kuchen";
        sink(container);
    }

    private void sink(Container container) throws SQLException {
        DriverManager.getConnection("jdbc:x:db", "sa", container.one); // BUG: HardcodedSecret
    }

    void bad3() throws SQLException {
        dataBadField = "Rue-des-Roses-9";
        useField();
    }

    private void useField() throws SQLException {
        DriverManager.getConnection("jdbc:x:db", "sa", dataBadField); // BUG: HardcodedSecret
    }

    void bad4() throws SQLException {
        Base base = new Child();
        base.action("0pen-the-door"); // BUG: HardcodedSecret
    }

    void bad5() throws SQLException {
        Vector<String> vector = new Vector<>(5);
        vector.add(0, "orange-banana-4");
        vector.add(1, "orange");
        DriverManager.getConnection("jdbc:x:db", "sa", vector.remove(0)); // BUG: HardcodedSecret
    }

    void bad6() throws Exception {
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.PROVIDER_URL, "ldaps://directory.example.org");
        env.put(Context.SECURITY_CREDENTIALS, "Wint3rmute!"); // BUG: HardcodedSecret
        new InitialDirContext(env);
    }

    void bad7() throws SQLException {
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < 1; i++) {
            builder.append("gruen");
            builder.append("kohl77");
        }
        DriverManager.getConnection("jdbc:x:db", "sa", builder.toString()); // BUG: HardcodedSecret
    }

    void good1() throws Exception {
        String data = "7e5tc4s3-overwritten";
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        data = reader.readLine();
        DriverManager.getConnection("jdbc:x:db", "sa", data); // OK: HardcodedSecret
    }

    void good2() throws SQLException {
        Container container = new Container();
        container.one = System.getenv("DB_PASSWORD");
        sinkGood(container);
    }

    private void sinkGood(Container container) throws SQLException {
        DriverManager.getConnection("jdbc:x:db", "sa", container.one); // OK: HardcodedSecret
    }

    void good3() throws SQLException {
        Base base = new Child();
        base.action(System.getProperty("db.password")); // OK: HardcodedSecret
    }

    void good4() throws SQLException {
        Vector<String> vector = new Vector<>(5);
        vector.add(0, System.getenv("DB_PASSWORD"));
        vector.add(1, "orange");
        DriverManager.getConnection("jdbc:x:db", "sa", vector.remove(0)); // OK: HardcodedSecret
    }

    void good5() throws Exception {
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.SECURITY_AUTHENTICATION, "simple"); // OK: HardcodedSecret
        env.put(Context.SECURITY_CREDENTIALS, System.getenv("LDAP_PASSWORD")); // OK: HardcodedSecret
        new InitialDirContext(env);
    }
}
