package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class ConnectionPasswords extends HttpServlet {

    private boolean on = true;
    private boolean off = false;
    private int five = 5;

    private static boolean yes() {
        return true;
    }

    private static boolean no() {
        return false;
    }

    void straightBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void straightGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        data = System.getenv("PG_PW");
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void ifTrueBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (true) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (true) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void ifTrueGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (false) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void ifTrueGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (true) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (true) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void ifFiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 == 5) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (5 == 5) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void ifFiveGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 != 5) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void ifFiveGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 == 5) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (5 == 5) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void staticFinalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (Flags.ON) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void staticFinalGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.OFF) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void staticFinalGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (Flags.ON) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void finalFiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.FIVE == 5) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (Flags.FIVE == 5) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void finalFiveGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.FIVE != 5) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void finalFiveGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.FIVE == 5) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (Flags.FIVE == 5) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void privateFieldBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (on) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (on) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void privateFieldGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (off) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void privateFieldGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (on) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (on) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void privateNumberBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five == 5) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (five == 5) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void privateNumberGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five != 5) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void privateNumberGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five == 5) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (five == 5) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void staticReturnsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (yes()) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (yes()) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void staticReturnsGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (no()) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void staticReturnsGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (yes()) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (yes()) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void ownStaticBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOn()) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (Flags.isOn()) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void ownStaticGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOff()) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void ownStaticGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOn()) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (Flags.isOn()) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void arithmeticBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if ((7 * 18) + Flags.FIVE > 100) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if ((7 * 18) + Flags.FIVE > 100) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void arithmeticGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if ((7 * 42) - 300 > Flags.FIVE) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void arithmeticGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if ((7 * 18) + Flags.FIVE > 100) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if ((7 * 18) + Flags.FIVE > 100) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void notNegatedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.OFF) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (!Flags.OFF) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void notNegatedGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.ON) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void notNegatedGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.OFF) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (!Flags.OFF) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void andOrBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON && 5 == 5) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (Flags.ON && 5 == 5) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void andOrGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.OFF || 5 != 5) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void andOrGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON && 5 == 5) {
            data = System.getenv("PG_PW");
        } else {
            data = "q7Tz!mel0n";
        }
        if (Flags.ON && 5 == 5) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void switchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        switch (6) {
            case 6:
                data = "q7Tz!mel0n";
                break;
            default:
                break;
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void switchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        switch (5) {
            case 6:
                data = "q7Tz!mel0n";
                break;
            default:
                data = System.getenv("PG_PW");
                break;
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void switchSinkBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        switch (7) {
            case 7:
                DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
                break;
            default:
                break;
        }
    }

    void switchSinkGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        switch (8) {
            case 7:
                DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
                break;
            default:
                break;
        }
    }

    void whileTrueBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        while (true) {
            data = "q7Tz!mel0n";
            break;
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void whileTrueGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("PG_PW");
        while (Flags.isOff()) {
            data = "q7Tz!mel0n";
            break;
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void forOnceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        for (int k = 0; k < 1; k++) {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void forOnceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        for (int k = 0; k < 1; k++) {
            data = System.getenv("PG_PW");
        }
        for (int k = 0; k < 0; k++) {
            data = "q7Tz!mel0n";
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void coinBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.coin()) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void coinGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.coin()) {
            data = System.getenv("PG_PW");
        } else {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void returnedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = giveReturnedBad();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private String giveReturnedBad() {
        String data = "q7Tz!mel0n";
        return data;
    }

    void returnedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = giveReturnedGood();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private String giveReturnedGood() {
        String data = "q7Tz!mel0n";
        data = System.getenv("PG_PW");
        return data;
    }

    void returnedTwiceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = outerReturnedTwiceBad(true);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private static String outerReturnedTwiceBad(boolean unused) {
        return innerReturnedTwiceBad("a");
    }

    private static String innerReturnedTwiceBad(String unused) {
        return "q7Tz!mel0n";
    }

    void returnedTwiceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = outerReturnedTwiceGood(true);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private static String outerReturnedTwiceGood(boolean unused) {
        return innerReturnedTwiceGood("q7Tz!mel0n");
    }

    private static String innerReturnedTwiceGood(String unused) {
        return System.getenv("PG_PW");
    }

    void handedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        sinkHandedBad(data, request, response); // BUG: HardcodedSecret
    }

    private void sinkHandedBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        DriverManager.getConnection("jdbc:pg", "root", data);
    }

    void handedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("PG_PW");
        sinkHandedGood(data, request, response);
    }

    private void sinkHandedGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void handedFarBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        oneHandedFarBad(data, request, response); // BUG: HardcodedSecret
    }

    private void oneHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        twoHandedFarBad(data, request, response);
    }

    private void twoHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        threeHandedFarBad(data, request, response);
    }

    private void threeHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        DriverManager.getConnection("jdbc:pg", "root", data);
    }

    void handedFarGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("PG_PW");
        oneHandedFarGood(data, request, response);
    }

    private void oneHandedFarGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        twoHandedFarGood(data, request, response);
    }

    private void twoHandedFarGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void otherClassesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        new OtherClassesBadSecond().go(data, request, response); // BUG: HardcodedSecret
    }

    static class OtherClassesBadSecond {
        void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            OtherClassesBadThird.go(data, request, response);
        }
    }

    static class OtherClassesBadThird {
        static void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            new OtherClassesBadFourth().go(data, request, response);
        }
    }

    static class OtherClassesBadFourth {
        void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            DriverManager.getConnection("jdbc:pg", "root", data);
        }
    }

    void otherClassesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("PG_PW");
        new OtherClassesGoodSecond().go(data, request, response);
    }

    static class OtherClassesGoodSecond {
        void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            OtherClassesGoodThird.go(data, request, response);
        }
    }

    static class OtherClassesGoodThird {
        static void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    private boolean armedFlagBySetterBad = false;

    void flagBySetterBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        armedFlagBySetterBad = true;
        sinkFlagBySetterBad(data, request, response); // BUG: HardcodedSecret
    }

    private void sinkFlagBySetterBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (armedFlagBySetterBad) {
            DriverManager.getConnection("jdbc:pg", "root", data);
        }
    }

    private static boolean armedFlagBySetterGood = false;

    void flagBySetterGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        armedFlagBySetterGood = false;
        String data = sourceFlagBySetterGood();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private String sourceFlagBySetterGood() throws Exception {
        String data;
        if (armedFlagBySetterGood) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getenv("PG_PW");
        }
        return data;
    }

    private String keptFieldBetweenBad;

    void fieldBetweenBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptFieldBetweenBad = "q7Tz!mel0n";
        sinkFieldBetweenBad(request, response);
    }

    private void sinkFieldBetweenBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = keptFieldBetweenBad;
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private String keptFieldBetweenGood;

    void fieldBetweenGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptFieldBetweenGood = System.getenv("PG_PW");
        sinkFieldBetweenGood(request, response);
    }

    private void sinkFieldBetweenGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = keptFieldBetweenGood;
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    static String keptStaticFieldBad;

    void staticFieldBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ConnectionPasswords.keptStaticFieldBad = "q7Tz!mel0n";
        new StaticFieldBadOther().sink(request, response);
    }

    static class StaticFieldBadOther {
        void sink(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = ConnectionPasswords.keptStaticFieldBad;
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    static String keptStaticFieldGood;

    void staticFieldGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ConnectionPasswords.keptStaticFieldGood = System.getenv("PG_PW");
        new StaticFieldGoodOther().sink(request, response);
    }

    static class StaticFieldGoodOther {
        void sink(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = ConnectionPasswords.keptStaticFieldGood;
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void constructedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ConstructedBadBox box = new ConstructedBadBox("q7Tz!mel0n");
        String data = box.value();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    static class ConstructedBadBox {
        private final String value;

        ConstructedBadBox(String value) {
            this.value = value;
        }

        String value() {
            return value;
        }
    }

    void constructedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ConstructedGoodBox box = new ConstructedGoodBox("q7Tz!mel0n", System.getenv("PG_PW"));
        String data = box.second();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    static class ConstructedGoodBox {
        private final String first;
        private final String second;

        ConstructedGoodBox(String first, String second) {
            this.first = first;
            this.second = second;
        }

        String first() {
            return first;
        }

        String second() {
            return second;
        }
    }

    void beanBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        BeanBadBean bean = new BeanBadBean();
        bean.setText("q7Tz!mel0n");
        useBeanBad(bean, request, response); // BUG: HardcodedSecret
    }

    private void useBeanBad(BeanBadBean bean, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = bean.getText();
        DriverManager.getConnection("jdbc:pg", "root", data);
    }

    static class BeanBadBean {
        private String text = "";

        String getText() {
            return text;
        }

        void setText(String text) {
            this.text = text;
        }
    }

    void beanGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        BeanGoodBean bean = new BeanGoodBean();
        bean.setText("q7Tz!mel0n");
        bean.setText(System.getenv("PG_PW"));
        String data = bean.getText();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    static class BeanGoodBean {
        private String text = "";

        String getText() {
            return text;
        }

        void setText(String text) {
            this.text = text;
        }
    }

    void objectHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ObjectHandedBadHolder holder = new ObjectHandedBadHolder();
        holder.first = "q7Tz!mel0n";
        useObjectHandedBad(holder, request, response);
    }

    private void useObjectHandedBad(ObjectHandedBadHolder holder, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = holder.first;
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    static class ObjectHandedBadHolder {
        String first;
        String second;
    }

    void objectHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ObjectHandedGoodHolder holder = new ObjectHandedGoodHolder();
        holder.first = "q7Tz!mel0n";
        holder.second = System.getenv("PG_PW");
        useObjectHandedGood(holder, request, response);
    }

    private void useObjectHandedGood(ObjectHandedGoodHolder holder, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = holder.second;
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    static class ObjectHandedGoodHolder {
        String first;
        String second;
    }

    void aliasBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AliasBadHolder one = new AliasBadHolder();
        AliasBadHolder two = one;
        one.text = "q7Tz!mel0n";
        String data = two.text;
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    static class AliasBadHolder {
        String text;
    }

    void aliasGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AliasGoodHolder one = new AliasGoodHolder();
        AliasGoodHolder two = new AliasGoodHolder();
        one.text = "q7Tz!mel0n";
        two.text = System.getenv("PG_PW");
        String data = two.text;
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    static class AliasGoodHolder {
        String text;
    }

    void abstractBaseBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AbstractBaseBadBase base = new AbstractBaseBadImpl();
        base.act("q7Tz!mel0n", request, response); // BUG: HardcodedSecret
    }

    abstract static class AbstractBaseBadBase {
        abstract void act(String data, HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    static class AbstractBaseBadImpl extends AbstractBaseBadBase {
        @Override
        void act(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            DriverManager.getConnection("jdbc:pg", "root", data);
        }
    }

    void abstractBaseGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AbstractBaseGoodBase base = new AbstractBaseGoodImpl();
        base.act(System.getenv("PG_PW"), request, response);
    }

    abstract static class AbstractBaseGoodBase {
        abstract void act(String data, HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    static class AbstractBaseGoodImpl extends AbstractBaseGoodBase {
        @Override
        void act(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void interfaceSourceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceSourceBadSource source = InterfaceSourceBadSource.make();
        String data = source.take(System.getenv("PG_PW"));
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    interface InterfaceSourceBadSource {
        String take(String given);

        static InterfaceSourceBadSource make() {
            return new InterfaceSourceBadFirst();
        }
    }

    static class InterfaceSourceBadFirst implements InterfaceSourceBadSource {
        @Override
        public String take(String given) {
            return "q7Tz!mel0n";
        }
    }

    void interfaceSourceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceSourceGoodSource source = InterfaceSourceGoodSource.make();
        String data = source.take("q7Tz!mel0n");
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    interface InterfaceSourceGoodSource {
        String take(String given);

        static InterfaceSourceGoodSource make() {
            return new InterfaceSourceGoodFirst();
        }
    }

    static class InterfaceSourceGoodFirst implements InterfaceSourceGoodSource {
        @Override
        public String take(String given) {
            return System.getenv("PG_PW");
        }
    }

    void innerBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String param = "q7Tz!mel0n";
        String data = new InnerBadWorker().work(param);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private class InnerBadWorker {
        String work(String param) {
            String result = param;
            return result;
        }
    }

    void innerGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String param = "q7Tz!mel0n";
        String data = new InnerGoodWorker().work(param);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private class InnerGoodWorker {
        String work(String param) {
            String result = System.getenv("PG_PW");
            return result;
        }
    }

    void anonymousBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        final String data = "q7Tz!mel0n";
        Callable<Void> task = new Callable<>() {
            @Override
            public Void call() throws Exception {
                DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
                return null;
            }
        };
        task.call();
    }

    void anonymousGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        final String data = System.getenv("PG_PW");
        Callable<Void> task = new Callable<>() {
            @Override
            public Void call() throws Exception {
                DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
                return null;
            }
        };
        task.call();
    }

    void lambdaSourceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = () -> "q7Tz!mel0n";
        String data = source.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void lambdaSourceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Function<String, String> source = ignored -> System.getenv("PG_PW");
        String data = source.apply("q7Tz!mel0n");
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void lambdaSinkBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LambdaSinkBadAction action = data -> {
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        };
        action.run("q7Tz!mel0n");
    }

    interface LambdaSinkBadAction {
        void run(String data) throws Exception;
    }

    void lambdaSinkGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LambdaSinkGoodAction action = data -> {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        };
        action.run(System.getenv("PG_PW"));
    }

    interface LambdaSinkGoodAction {
        void run(String data) throws Exception;
    }

    void methodReferenceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = ConnectionPasswords::giveMethodReferenceBad;
        String data = source.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private static String giveMethodReferenceBad() {
        return "q7Tz!mel0n";
    }

    void methodReferenceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = ConnectionPasswords::giveMethodReferenceGood;
        String data = source.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private static String giveMethodReferenceGood() {
        return System.getenv("PG_PW");
    }

    void arrayBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[3];
        parts[1] = "q7Tz!mel0n";
        String data = parts[1];
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void arrayGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[3];
        parts[0] = "q7Tz!mel0n";
        parts[1] = System.getenv("PG_PW");
        String data = parts[1];
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void arrayLiteralBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = {System.getenv("PG_PW"), "q7Tz!mel0n"};
        String data = parts[1];
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void arrayLiteralGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = {"q7Tz!mel0n", System.getenv("PG_PW")};
        String data = parts[1];
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void arrayHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[5];
        parts[2] = "q7Tz!mel0n";
        useArrayHandedBad(parts, request, response); // BUG: HardcodedSecret
    }

    private void useArrayHandedBad(String[] parts, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = parts[2];
        DriverManager.getConnection("jdbc:pg", "root", data);
    }

    void arrayHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[5];
        parts[2] = System.getenv("PG_PW");
        useArrayHandedGood(parts, request, response);
    }

    private void useArrayHandedGood(String[] parts, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = parts[2];
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void listShiftBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> values = new ArrayList<>();
        values.add("safe");
        values.add("q7Tz!mel0n");
        values.add("moresafe");
        values.remove(0);
        String data = values.get(0);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void listShiftGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> values = new ArrayList<>();
        values.add("q7Tz!mel0n");
        values.add(System.getenv("PG_PW"));
        values.remove(0);
        String data = values.get(0);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void linkedLastBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LinkedList<String> values = new LinkedList<>();
        values.add(System.getenv("PG_PW"));
        values.add("q7Tz!mel0n");
        String data = values.getLast();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void linkedLastGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LinkedList<String> values = new LinkedList<>();
        values.add("q7Tz!mel0n");
        values.add(System.getenv("PG_PW"));
        String data = values.getLast();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void dequeBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ArrayDeque<String> values = new ArrayDeque<>();
        values.push("q7Tz!mel0n");
        String data = values.pop();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void dequeGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ArrayDeque<String> values = new ArrayDeque<>();
        values.push(System.getenv("PG_PW"));
        String data = values.pop();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void vectorHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Vector<String> values = new Vector<>(5);
        values.add(0, "q7Tz!mel0n");
        useVectorHandedBad(values, request, response); // BUG: HardcodedSecret
    }

    private void useVectorHandedBad(Vector<String> values, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = values.remove(0);
        DriverManager.getConnection("jdbc:pg", "root", data);
    }

    void vectorHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Vector<String> values = new Vector<>(5);
        values.add(0, System.getenv("PG_PW"));
        useVectorHandedGood(values, request, response);
    }

    private void useVectorHandedGood(Vector<String> values, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = values.remove(0);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void mapKeysBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("one", System.getenv("PG_PW"));
        map.put("two", "q7Tz!mel0n");
        map.put("three", "c");
        String data = map.get("two");
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void mapKeysGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, Object> map = new HashMap<>();
        map.put("one", "a");
        map.put("two", "q7Tz!mel0n");
        map.put("three", System.getenv("PG_PW"));
        String data = (String) map.get("two");
        data = (String) map.get("three");
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void mapNumbersHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<Integer, String> map = new LinkedHashMap<>();
        map.put(0, "q7Tz!mel0n");
        map.put(1, "q7Tz!mel0n");
        useMapNumbersHandedBad(map, request, response); // BUG: HardcodedSecret
    }

    private void useMapNumbersHandedBad(Map<Integer, String> map, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        String data = map.get(1);
        DriverManager.getConnection("jdbc:pg", "root", data);
    }

    void mapNumbersHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<Integer, String> map = new LinkedHashMap<>();
        map.put(0, System.getenv("PG_PW"));
        map.put(1, System.getenv("PG_PW"));
        useMapNumbersHandedGood(map, request, response);
    }

    private void useMapNumbersHandedGood(Map<Integer, String> map, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        String data = map.get(1);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void mapOfBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = Map.of("one", System.getenv("PG_PW"), "two", "q7Tz!mel0n");
        String data = map.get("two");
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void mapOfGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = Map.of("one", System.getenv("PG_PW"), "two", "q7Tz!mel0n");
        String data = map.get("one");
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void builderBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder text = new StringBuilder();
        text.append("q7Tz!mel0n");
        String data = text.toString();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void builderGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder text = new StringBuilder("q7Tz!mel0n");
        text.setLength(0);
        text.append(System.getenv("PG_PW"));
        String data = text.toString();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void bufferHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuffer text = new StringBuffer();
        fillBufferHandedBad(text);
        String data = text.toString();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private static void fillBufferHandedBad(StringBuffer text) {
        text.append("q7Tz!mel0n");
    }

    void bufferHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuffer text = new StringBuffer();
        fillBufferHandedGood(text);
        String data = text.toString();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private static void fillBufferHandedGood(StringBuffer text) {
        text.append(System.getenv("PG_PW"));
    }

    void concatBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = "q7Tz!mel0n";
        String data = "".concat(part).trim();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void concatGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("PG_PW");
        String data = "".concat(part).trim();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void formatBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = "q7Tz!mel0n";
        String data = String.format("%s", part);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void formatGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("PG_PW");
        String data = String.format("%s", part);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void charsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] chars = "q7Tz!mel0n".toCharArray();
        String data = String.valueOf(chars);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void charsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] chars = System.getenv("PG_PW").toCharArray();
        String data = String.valueOf(chars);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void bytesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] bytes = "q7Tz!mel0n".getBytes(StandardCharsets.UTF_8);
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        String data = new String(copy, StandardCharsets.UTF_8);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void bytesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] bytes = System.getenv("PG_PW").getBytes(StandardCharsets.UTF_8);
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        String data = new String(copy, StandardCharsets.UTF_8);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void copyLoopBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] from = "q7Tz!mel0n".toCharArray();
        char[] to = new char[from.length];
        for (int k = 0; k < from.length; k++) {
            to[k] = from[k];
        }
        String data = new String(to);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void copyLoopGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] from = System.getenv("PG_PW").toCharArray();
        char[] to = new char[from.length];
        System.arraycopy(from, 0, to, 0, from.length);
        String data = new String(to);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void base64Bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String coded = Base64.getEncoder().encodeToString("q7Tz!mel0n".getBytes(StandardCharsets.UTF_8));
        String data = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void base64Good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String coded = Base64.getEncoder().encodeToString(System.getenv("PG_PW").getBytes(StandardCharsets.UTF_8));
        String data = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void ternaryBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        int num = 106;
        String param = "q7Tz!mel0n";
        String data = (7 * 18) + num > 200 ? param : "no";
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void ternaryGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        int num = 106;
        String param = "q7Tz!mel0n";
        String data = (7 * 42) - num > 200 ? param : System.getenv("PG_PW");
        data = (7 * 18) + num > 200 ? System.getenv("PG_PW") : param;
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void tryFinallyBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        try {
            data = "q7Tz!mel0n";
        } finally {
            response.setStatus(200);
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void tryFinallyGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        try {
            response.setStatus(200);
        } finally {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void caughtBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("PG_PW");
        try {
            Integer.parseInt(request.getParameter("n"));
        } catch (NumberFormatException e) {
            data = "q7Tz!mel0n";
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void caughtGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        try {
            data = "q7Tz!mel0n";
            Integer.parseInt(data);
            data = System.getenv("PG_PW");
        } catch (NumberFormatException e) {
            data = System.getenv("PG_PW");
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void recordBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        RecordBadPair pair = new RecordBadPair(System.getenv("PG_PW"), "q7Tz!mel0n");
        String data = pair.second();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    record RecordBadPair(String first, String second) {}

    void recordGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        RecordGoodPair pair = new RecordGoodPair(System.getenv("PG_PW"), "q7Tz!mel0n");
        String data = pair.first();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    record RecordGoodPair(String first, String second) {}

    void propertiesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Properties values = new Properties();
        values.setProperty("item", "q7Tz!mel0n");
        String data = values.getProperty("item");
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void propertiesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Properties values = new Properties();
        values.setProperty("item", "q7Tz!mel0n");
        values.setProperty("thing", System.getenv("PG_PW"));
        String data = values.getProperty("thing");
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void serializedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream objects = new ObjectOutputStream(bytes);
        objects.writeObject("q7Tz!mel0n");
        objects.close();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
        ObjectInputStream read = new ObjectInputStream(in);
        String data = (String) read.readObject();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void serializedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream objects = new ObjectOutputStream(bytes);
        objects.writeObject(System.getenv("PG_PW"));
        objects.close();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
        ObjectInputStream read = new ObjectInputStream(in);
        String data = (String) read.readObject();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private static final ThreadLocal<String> LOCAL_ThreadLocalBad = new ThreadLocal<>();

    void threadLocalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LOCAL_ThreadLocalBad.set("q7Tz!mel0n");
        String data = LOCAL_ThreadLocalBad.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private static final ThreadLocal<String> LOCAL_ThreadLocalGood = new ThreadLocal<>();

    void threadLocalGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LOCAL_ThreadLocalGood.set(System.getenv("PG_PW"));
        String data = LOCAL_ThreadLocalGood.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void atomicBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AtomicReference<String> ref = new AtomicReference<>();
        ref.set("q7Tz!mel0n");
        String data = ref.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void atomicGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AtomicReference<String> ref = new AtomicReference<>("q7Tz!mel0n");
        ref.set(System.getenv("PG_PW"));
        String data = ref.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void optionalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<String> maybe = Optional.of("q7Tz!mel0n");
        String data = maybe.map(String::trim).orElse("");
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void optionalGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<String> maybe = Optional.ofNullable(System.getenv("PG_PW"));
        String data = maybe.map(String::trim).orElseThrow();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void streamedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Stream.of("", "q7Tz!mel0n").filter(s -> !s.isEmpty()).collect(Collectors.joining());
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void streamedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Stream.of("", System.getenv("PG_PW")).filter(s -> !s.isEmpty()).collect(Collectors.joining());
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void varargsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = pickVarargsBad(0, "q7Tz!mel0n", "q7Tz!mel0n");
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private static String pickVarargsBad(int index, String... values) {
        return values[index];
    }

    void varargsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = pickVarargsGood(0, System.getenv("PG_PW"), System.getenv("PG_PW"));
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private static String pickVarargsGood(int index, String... values) {
        return values[index];
    }

    void genericBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        GenericBadCell<String> cell = new GenericBadCell<>("q7Tz!mel0n");
        String data = cell.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    static final class GenericBadCell<T> {
        private T item;

        GenericBadCell(T item) {
            this.item = item;
        }

        T get() {
            return item;
        }

        void set(T item) {
            this.item = item;
        }
    }

    void genericGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        GenericGoodCell<String> cell = new GenericGoodCell<>("q7Tz!mel0n");
        cell.set(System.getenv("PG_PW"));
        String data = cell.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    static final class GenericGoodCell<T> {
        private T item;

        GenericGoodCell(T item) {
            this.item = item;
        }

        T get() {
            return item;
        }

        void set(T item) {
            this.item = item;
        }
    }

    void charSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String guess = "ABC";
        char target = guess.charAt(1);
        String data;
        switch (target) {
            case 'A':
                data = System.getenv("PG_PW");
                break;
            case 'B':
                data = "q7Tz!mel0n";
                break;
            default:
                data = "none";
                break;
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void charSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String guess = "ABC";
        char target = guess.charAt(2);
        String data;
        switch (target) {
            case 'A':
                data = "q7Tz!mel0n";
                break;
            case 'B':
                data = "q7Tz!mel0n";
                break;
            default:
                data = System.getenv("PG_PW");
                break;
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void stringSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String mode = "fast";
        String data = switch (mode) {
            case "fast" -> "q7Tz!mel0n";
            default -> System.getenv("PG_PW");
        };
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void stringSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String mode = "slow";
        String data = switch (mode) {
            case "fast" -> "q7Tz!mel0n";
            default -> System.getenv("PG_PW");
        };
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void asObjectBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object thing = "q7Tz!mel0n";
        String data = null;
        if (thing instanceof String) {
            data = (String) thing;
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void asObjectGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object thing = System.getenv("PG_PW");
        String data = null;
        if (thing instanceof String) {
            data = (String) thing;
        }
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void iteratedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> values = List.of("q7Tz!mel0n");
        Iterator<String> each = values.iterator();
        while (each.hasNext()) {
            String data = each.next();
            DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
        }
    }

    void iteratedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> values = List.of(System.getenv("PG_PW"));
        for (String data : values) {
            DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
        }
    }

    void threadBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        Thread thread = new Thread(() -> {
            try {
                DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
            } catch (Exception e) {
                throw new IllegalStateException("failed");
            }
        });
        thread.start();
        thread.join();
    }

    void threadGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("PG_PW");
        Thread thread = new Thread(() -> {
            try {
                DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
            } catch (Exception e) {
                throw new IllegalStateException("failed");
            }
        });
        thread.start();
        thread.join();
    }

    void futureBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> "q7Tz!mel0n");
        String data = later.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    void futureGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> System.getenv("PG_PW"));
        String data = later.get();
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private final ConcurrentHashMap<String, String> keptConcurrentBad = new ConcurrentHashMap<>();

    void concurrentBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptConcurrentBad.put("item", "q7Tz!mel0n");
        String data = keptConcurrentBad.get("item");
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private final ConcurrentHashMap<String, String> keptConcurrentGood = new ConcurrentHashMap<>();

    void concurrentGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptConcurrentGood.put("item", "q7Tz!mel0n");
        keptConcurrentGood.put("thing", System.getenv("PG_PW"));
        String data = keptConcurrentGood.get("thing");
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    void recursiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = againRecursiveBad("q7Tz!mel0n", 3);
        DriverManager.getConnection("jdbc:pg", "root", data); // BUG: HardcodedSecret
    }

    private static String againRecursiveBad(String text, int turns) {
        return turns == 0 ? text : againRecursiveBad(text, turns - 1);
    }

    void recursiveGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = againRecursiveGood(System.getenv("PG_PW"), 3);
        DriverManager.getConnection("jdbc:pg", "root", data); // OK: HardcodedSecret
    }

    private static String againRecursiveGood(String text, int turns) {
        return turns == 0 ? text : againRecursiveGood(text, turns - 1);
    }
}
