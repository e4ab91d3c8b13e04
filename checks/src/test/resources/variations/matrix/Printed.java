package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Printed extends HttpServlet {

    void finalFiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.FIVE == 5) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = null;
        }
        if (Flags.FIVE == 5) {
            System.out.println("using " + data); // BUG: SecretLogged
        }
    }

    void finalFiveGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.FIVE != 5) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = System.getenv("BILLING_REGION");
        }
        System.out.println("using " + data); // OK: SecretLogged
    }

    void finalFiveGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.FIVE == 5) {
            data = System.getenv("BILLING_REGION");
        } else {
            data = System.getenv("BILLING_API_KEY");
        }
        if (Flags.FIVE == 5) {
            System.out.println("using " + data); // OK: SecretLogged
        }
    }

    void arithmeticBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if ((7 * 18) + Flags.FIVE > 100) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = null;
        }
        if ((7 * 18) + Flags.FIVE > 100) {
            System.out.println("using " + data); // BUG: SecretLogged
        }
    }

    void arithmeticGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if ((7 * 42) - 300 > Flags.FIVE) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = System.getenv("BILLING_REGION");
        }
        System.out.println("using " + data); // OK: SecretLogged
    }

    void arithmeticGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if ((7 * 18) + Flags.FIVE > 100) {
            data = System.getenv("BILLING_REGION");
        } else {
            data = System.getenv("BILLING_API_KEY");
        }
        if ((7 * 18) + Flags.FIVE > 100) {
            System.out.println("using " + data); // OK: SecretLogged
        }
    }

    void whileTrueBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        while (true) {
            data = System.getenv("BILLING_API_KEY");
            break;
        }
        System.out.println("using " + data); // BUG: SecretLogged
    }

    void whileTrueGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("BILLING_REGION");
        while (Flags.isOff()) {
            data = System.getenv("BILLING_API_KEY");
            break;
        }
        System.out.println("using " + data); // OK: SecretLogged
    }

    void handedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("BILLING_API_KEY");
        sinkHandedBad(data, request, response); // BUG: SecretLogged
    }

    private void sinkHandedBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        System.out.println("using " + data);
    }

    void handedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("BILLING_REGION");
        sinkHandedGood(data, request, response);
    }

    private void sinkHandedGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        System.out.println("using " + data); // OK: SecretLogged
    }

    static String keptStaticFieldBad;

    void staticFieldBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Printed.keptStaticFieldBad = System.getenv("BILLING_API_KEY");
        new StaticFieldBadOther().sink(request, response);
    }

    static class StaticFieldBadOther {
        void sink(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = Printed.keptStaticFieldBad;
            System.out.println("using " + data); // BUG: SecretLogged
        }
    }

    static String keptStaticFieldGood;

    void staticFieldGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Printed.keptStaticFieldGood = System.getenv("BILLING_REGION");
        new StaticFieldGoodOther().sink(request, response);
    }

    static class StaticFieldGoodOther {
        void sink(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = Printed.keptStaticFieldGood;
            System.out.println("using " + data); // OK: SecretLogged
        }
    }

    void abstractBaseBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AbstractBaseBadBase base = new AbstractBaseBadImpl();
        base.act(System.getenv("BILLING_API_KEY"), request, response); // BUG: SecretLogged
    }

    abstract static class AbstractBaseBadBase {
        abstract void act(String data, HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    static class AbstractBaseBadImpl extends AbstractBaseBadBase {
        @Override
        void act(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            System.out.println("using " + data);
        }
    }

    void abstractBaseGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AbstractBaseGoodBase base = new AbstractBaseGoodImpl();
        base.act(System.getenv("BILLING_REGION"), request, response);
    }

    abstract static class AbstractBaseGoodBase {
        abstract void act(String data, HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    static class AbstractBaseGoodImpl extends AbstractBaseGoodBase {
        @Override
        void act(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            System.out.println("using " + data); // OK: SecretLogged
        }
    }

    void lambdaSinkBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LambdaSinkBadAction action = data -> {
            System.out.println("using " + data); // BUG: SecretLogged
        };
        action.run(System.getenv("BILLING_API_KEY"));
    }

    interface LambdaSinkBadAction {
        void run(String data) throws Exception;
    }

    void lambdaSinkGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LambdaSinkGoodAction action = data -> {
            System.out.println("using " + data); // OK: SecretLogged
        };
        action.run(System.getenv("BILLING_REGION"));
    }

    interface LambdaSinkGoodAction {
        void run(String data) throws Exception;
    }

    void listShiftBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> values = new ArrayList<>();
        values.add("safe");
        values.add(System.getenv("BILLING_API_KEY"));
        values.add("moresafe");
        values.remove(0);
        String data = values.get(0);
        System.out.println("using " + data); // BUG: SecretLogged
    }

    void listShiftGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> values = new ArrayList<>();
        values.add(System.getenv("BILLING_API_KEY"));
        values.add(System.getenv("BILLING_REGION"));
        values.remove(0);
        String data = values.get(0);
        System.out.println("using " + data); // OK: SecretLogged
    }

    void mapNumbersHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<Integer, String> map = new LinkedHashMap<>();
        map.put(0, System.getenv("BILLING_API_KEY"));
        map.put(1, System.getenv("BILLING_API_KEY"));
        useMapNumbersHandedBad(map, request, response); // BUG: SecretLogged
    }

    private void useMapNumbersHandedBad(Map<Integer, String> map, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        String data = map.get(1);
        System.out.println("using " + data);
    }

    void mapNumbersHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<Integer, String> map = new LinkedHashMap<>();
        map.put(0, System.getenv("BILLING_REGION"));
        map.put(1, System.getenv("BILLING_REGION"));
        useMapNumbersHandedGood(map, request, response);
    }

    private void useMapNumbersHandedGood(Map<Integer, String> map, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        String data = map.get(1);
        System.out.println("using " + data); // OK: SecretLogged
    }

    void formatBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("BILLING_API_KEY");
        String data = String.format("%s", part);
        System.out.println("using " + data); // BUG: SecretLogged
    }

    void formatGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("BILLING_REGION");
        String data = String.format("%s", part);
        System.out.println("using " + data); // OK: SecretLogged
    }

    void ternaryBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        int num = 106;
        String param = System.getenv("BILLING_API_KEY");
        String data = (7 * 18) + num > 200 ? param : "no";
        System.out.println("using " + data); // BUG: SecretLogged
    }

    void ternaryGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        int num = 106;
        String param = System.getenv("BILLING_API_KEY");
        String data = (7 * 42) - num > 200 ? param : System.getenv("BILLING_REGION");
        data = (7 * 18) + num > 200 ? System.getenv("BILLING_REGION") : param;
        System.out.println("using " + data); // OK: SecretLogged
    }

    void serializedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream objects = new ObjectOutputStream(bytes);
        objects.writeObject(System.getenv("BILLING_API_KEY"));
        objects.close();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
        ObjectInputStream read = new ObjectInputStream(in);
        String data = (String) read.readObject();
        System.out.println("using " + data); // BUG: SecretLogged
    }

    void serializedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream objects = new ObjectOutputStream(bytes);
        objects.writeObject(System.getenv("BILLING_REGION"));
        objects.close();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
        ObjectInputStream read = new ObjectInputStream(in);
        String data = (String) read.readObject();
        System.out.println("using " + data); // OK: SecretLogged
    }

    void varargsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = pickVarargsBad(0, System.getenv("BILLING_API_KEY"), System.getenv("BILLING_API_KEY"));
        System.out.println("using " + data); // BUG: SecretLogged
    }

    private static String pickVarargsBad(int index, String... values) {
        return values[index];
    }

    void varargsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = pickVarargsGood(0, System.getenv("BILLING_REGION"), System.getenv("BILLING_REGION"));
        System.out.println("using " + data); // OK: SecretLogged
    }

    private static String pickVarargsGood(int index, String... values) {
        return values[index];
    }

    void iteratedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> values = List.of(System.getenv("BILLING_API_KEY"));
        Iterator<String> each = values.iterator();
        while (each.hasNext()) {
            String data = each.next();
            System.out.println("using " + data); // BUG: SecretLogged
        }
    }

    void iteratedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> values = List.of(System.getenv("BILLING_REGION"));
        for (String data : values) {
            System.out.println("using " + data); // OK: SecretLogged
        }
    }
}
