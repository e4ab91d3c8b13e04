package edu.example.second;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class StorePasswords extends HttpServlet {

    void doWhileBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        do {
            data = "t0pG!ng3r";
        } while (data == null);
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void doWhileGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "t0pG!ng3r";
        do {
            data = System.getenv("STORE_PW");
        } while (Gates.closed());
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void nestedIfsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        if (Gates.LIMIT > 3) {
            if (Gates.NAME.equals("prod")) {
                data = "t0pG!ng3r";
            }
        }
        if (data != null) {
            KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
        }
    }

    void nestedIfsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("STORE_PW");
        if (Gates.LIMIT > 300) {
            data = "t0pG!ng3r";
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    enum EnumSwitchBadMode {
        FAST,
        SLOW
    }

    void enumSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        EnumSwitchBadMode mode = EnumSwitchBadMode.SLOW;
        String data = null;
        switch (mode) {
            case SLOW:
                data = "t0pG!ng3r";
                break;
            case FAST:
                data = System.getenv("STORE_PW");
                break;
            default:
                break;
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    enum EnumSwitchGoodMode {
        FAST,
        SLOW
    }

    void enumSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        EnumSwitchGoodMode mode = EnumSwitchGoodMode.valueOf(request.getParameter("mode"));
        String data;
        switch (mode) {
            case SLOW:
                data = System.getenv("STORE_PW");
                break;
            default:
                data = System.getenv("STORE_PW");
                break;
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void labeledBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("STORE_PW");
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i * j == 2) {
                    data = "t0pG!ng3r";
                    break outer;
                }
            }
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void labeledGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "t0pG!ng3r";
        outer:
        for (int i = 0; i < 3; i++) {
            data = System.getenv("STORE_PW");
            continue outer;
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    private static final String FIXED_StaticBlockBad;

    static {
        FIXED_StaticBlockBad = "t0pG!ng3r";
    }

    void staticBlockBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = FIXED_StaticBlockBad;
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    private static final String FIXED_StaticBlockGood;

    static {
        FIXED_StaticBlockGood = System.getenv("STORE_PW");
    }

    void staticBlockGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = FIXED_StaticBlockGood;
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    interface InterfaceConstantBadConstants {
        String WORD = "t0pG!ng3r";
    }

    void interfaceConstantBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = InterfaceConstantBadConstants.WORD;
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    interface InterfaceConstantGoodConstants {
        String WORD = System.getenv("STORE_PW");
    }

    void interfaceConstantGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = InterfaceConstantGoodConstants.WORD;
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    enum EnumFieldBadChoice {
        FIRST("t0pG!ng3r"),
        SECOND(System.getenv("STORE_PW"));

        final String text;

        EnumFieldBadChoice(String text) {
            this.text = text;
        }
    }

    void enumFieldBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = EnumFieldBadChoice.FIRST.text;
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    static class SuperConstructorBadBase {
        protected final String text;

        SuperConstructorBadBase(String text) {
            this.text = text;
        }
    }

    static class SuperConstructorBadHeir extends SuperConstructorBadBase {
        SuperConstructorBadHeir() {
            super("t0pG!ng3r");
        }

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = text;
            KeyStore.getInstance("PKCS12").load(null, data.toCharArray());
        }
    }

    void superConstructorBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new SuperConstructorBadHeir().run(request, response); // BUG: HardcodedSecret
    }

    static class SuperConstructorGoodBase {
        protected final String text;

        SuperConstructorGoodBase(String text) {
            this.text = text;
        }
    }

    static class SuperConstructorGoodHeir extends SuperConstructorGoodBase {
        SuperConstructorGoodHeir() {
            super(System.getenv("STORE_PW"));
        }

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = text;
            KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
        }
    }

    void superConstructorGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new SuperConstructorGoodHeir().run(request, response);
    }

    static class BuilderObjectBadBuilder {
        private String host;
        private String extra;

        BuilderObjectBadBuilder host(String value) {
            host = value;
            return this;
        }

        BuilderObjectBadBuilder extra(String value) {
            extra = value;
            return this;
        }

        String first() {
            return host;
        }

        String second() {
            return extra;
        }
    }

    void builderObjectBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new BuilderObjectBadBuilder().host(System.getenv("STORE_PW")).extra("t0pG!ng3r").second();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    static class BuilderObjectGoodBuilder {
        private String host;
        private String extra;

        BuilderObjectGoodBuilder host(String value) {
            host = value;
            return this;
        }

        BuilderObjectGoodBuilder extra(String value) {
            extra = value;
            return this;
        }

        String first() {
            return host;
        }

        String second() {
            return extra;
        }
    }

    void builderObjectGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new BuilderObjectGoodBuilder().host(System.getenv("STORE_PW")).extra("t0pG!ng3r").first();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void twoDimensionsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[][] table = new String[2][2];
        table[1][0] = "t0pG!ng3r";
        String data = table[1][0];
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void twoDimensionsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[][] table = new String[2][2];
        table[1][0] = System.getenv("STORE_PW");
        String data = table[1][0];
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void mapOfListsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, List<String>> map = new HashMap<>();
        map.put("one", List.of("t0pG!ng3r"));
        String data = map.get("one").get(0);
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void mapOfListsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, List<String>> map = new HashMap<>();
        map.put("one", List.of("t0pG!ng3r"));
        map.put("two", List.of(System.getenv("STORE_PW")));
        String data = map.get("two").get(0);
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void swappedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String left = System.getenv("STORE_PW");
        String right = "t0pG!ng3r";
        String keep = left;
        left = right;
        right = keep;
        String data = left;
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void swappedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String left = System.getenv("STORE_PW");
        String right = "t0pG!ng3r";
        String keep = left;
        left = right;
        right = keep;
        String data = right;
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void entryLoopBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("one", "t0pG!ng3r");
        for (Map.Entry<String, String> entry : map.entrySet()) {
            String data = entry.getValue();
            KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
        }
    }

    void entryLoopGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("one", System.getenv("STORE_PW"));
        for (Map.Entry<String, String> entry : map.entrySet()) {
            String data = entry.getValue();
            KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
        }
    }

    void filledBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] out = new String[1];
        fillFilledBad(out);
        String data = out[0];
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    private static void fillFilledBad(String[] out) {
        out[0] = "t0pG!ng3r";
    }

    void filledGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] out = new String[1];
        fillFilledGood(out);
        String data = out[0];
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    private static void fillFilledGood(String[] out) {
        out[0] = System.getenv("STORE_PW");
    }

    void filledListBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> out = new ArrayList<>();
        fillFilledListBad(out);
        String data = out.get(0);
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    private static void fillFilledListBad(List<String> out) {
        out.add("t0pG!ng3r");
    }

    void filledListGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> out = new ArrayList<>();
        fillFilledListGood(out);
        String data = out.get(0);
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    private static void fillFilledListGood(List<String> out) {
        out.add(System.getenv("STORE_PW"));
    }

    void curriedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Function<String, Supplier<String>> make = text -> () -> text;
        String data = make.apply("t0pG!ng3r").get();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void curriedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Function<String, Supplier<String>> make = text -> () -> System.getenv("STORE_PW");
        String data = make.apply("t0pG!ng3r").get();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    private final Supplier<String> sourceFieldLambdaBad = () -> "t0pG!ng3r";

    void fieldLambdaBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = sourceFieldLambdaBad.get();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    private final Supplier<String> sourceFieldLambdaGood = () -> System.getenv("STORE_PW");

    void fieldLambdaGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = sourceFieldLambdaGood.get();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    interface InterfaceDefaultBadStep {
        default String text() {
            return "t0pG!ng3r";
        }
    }

    static class InterfaceDefaultBadPlain implements InterfaceDefaultBadStep {}

    void interfaceDefaultBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceDefaultBadStep step = new InterfaceDefaultBadPlain();
        String data = step.text();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    interface InterfaceDefaultGoodStep {
        default String text() {
            return "t0pG!ng3r";
        }
    }

    static class InterfaceDefaultGoodOther implements InterfaceDefaultGoodStep {
        @Override
        public String text() {
            return System.getenv("STORE_PW");
        }
    }

    void interfaceDefaultGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceDefaultGoodOther step = new InterfaceDefaultGoodOther();
        String data = step.text();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    abstract static class TemplatedBadTemplate {
        protected abstract String text();

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = text();
            KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
        }
    }

    static class TemplatedBadReal extends TemplatedBadTemplate {
        @Override
        protected String text() {
            return "t0pG!ng3r";
        }
    }

    void templatedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new TemplatedBadReal().run(request, response);
    }

    abstract static class TemplatedGoodTemplate {
        protected abstract String text();

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = text();
            KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
        }
    }

    static class TemplatedGoodReal extends TemplatedGoodTemplate {
        @Override
        protected String text() {
            return System.getenv("STORE_PW");
        }
    }

    void templatedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new TemplatedGoodReal().run(request, response);
    }

    void joinedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = "t0pG!ng3r";
        String data = String.join("", List.of(part));
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void joinedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("STORE_PW");
        String data = String.join("", List.of(part));
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    static final class SingletonBadKeeper {
        private static final SingletonBadKeeper ONLY = new SingletonBadKeeper();
        private String text;

        static SingletonBadKeeper get() {
            return ONLY;
        }

        void put(String given) {
            text = given;
        }

        String take() {
            return text;
        }
    }

    void singletonBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        SingletonBadKeeper.get().put("t0pG!ng3r");
        String data = SingletonBadKeeper.get().take();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    static final class SingletonGoodKeeper {
        private static final SingletonGoodKeeper ONLY = new SingletonGoodKeeper();
        private String text;

        static SingletonGoodKeeper get() {
            return ONLY;
        }

        void put(String given) {
            text = given;
        }

        String take() {
            return text;
        }
    }

    void singletonGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        SingletonGoodKeeper.get().put(System.getenv("STORE_PW"));
        String data = SingletonGoodKeeper.get().take();
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void earlyReturnBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "t0pG!ng3r";
        if (request.getParameter("skip") != null) {
            return;
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void earlyReturnGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "t0pG!ng3r";
        if (Gates.LIMIT == 7) {
            return;
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void nullBranchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        if (data == null) {
            data = "t0pG!ng3r";
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void nullBranchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "t0pG!ng3r";
        if (data != null) {
            data = System.getenv("STORE_PW");
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void synchronizedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        synchronized (this) {
            data = "t0pG!ng3r";
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void synchronizedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "t0pG!ng3r";
        synchronized (this) {
            data = System.getenv("STORE_PW");
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }

    void caughtWrappedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        try {
            throw new IllegalStateException("x");
        } catch (IllegalStateException e) {
            data = "t0pG!ng3r";
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // BUG: HardcodedSecret
    }

    void caughtWrappedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("STORE_PW");
        try {
            Integer.parseInt("7");
        } catch (NumberFormatException e) {
            return;
        }
        KeyStore.getInstance("PKCS12").load(null, data.toCharArray()); // OK: HardcodedSecret
    }
}
