package shop.demo;

import java.io.IOException;

/** Shows the insecure twin's compile errors, then calls of the running shop; ends with 1 when anything is not as it must be. */
public final class Demo {

    private Demo() {}

    /** Runs without arguments; needs the system properties {@code keywright.processor} and {@code keywright.twin}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean refused = TwinCompilation.show(System.out);
        boolean answered = Transcript.show(System.out);
        System.exit(refused && answered ? 0 : 1);
    }
}
