package dev.keywright.runtime;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.Provider;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.MacSpi;

/**
 * Stands before the platform's SHA-256 and HmacSHA256 and notes how many bytes each digest took. Digest objects are kept per
 * thread, so the work to note runs in a thread of its own.
 */
final class WorkLog {

    private static final String NAME = "WorkLog";
    private static final List<String> ENTRIES = new CopyOnWriteArrayList<>();

    private WorkLog() {}

    /** The digests that a piece of work computes, in order, as {@code SHA-256 of 43 bytes}. */
    static List<String> of(Runnable work) throws InterruptedException {
        Security.insertProviderAt(new Noting(), 1);
        try {
            ENTRIES.clear();
            Thread thread = new Thread(work);
            thread.start();
            thread.join();
            return new ArrayList<>(ENTRIES);
        } finally {
            Security.removeProvider(NAME);
        }
    }

    private static final class Noting extends Provider {

        private static final long serialVersionUID = 1L;

        Noting() {
            super(NAME, "1", "Notes digests");
            putService(new Provider.Service(this, "MessageDigest", "SHA-256", Sha256.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Sha256();
                }
            });
            putService(new Provider.Service(this, "Mac", "HmacSHA256", Hmac.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Hmac();
                }
            });
        }
    }

    private static final class Sha256 extends MessageDigestSpi {

        private final MessageDigest real;
        private int bytes;

        Sha256() {
            try {
                real = MessageDigest.getInstance("SHA-256", "SUN");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineUpdate(byte input) {
            real.update(input);
            bytes++;
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            real.update(input, offset, length);
            bytes += length;
        }

        @Override
        protected byte[] engineDigest() {
            ENTRIES.add("SHA-256 of " + bytes + " bytes");
            bytes = 0;
            return real.digest();
        }

        @Override
        protected void engineReset() {
            real.reset();
            bytes = 0;
        }
    }

    private static final class Hmac extends MacSpi {

        private final Mac real;
        private int bytes;

        Hmac() {
            try {
                real = Mac.getInstance("HmacSHA256", "SunJCE");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected int engineGetMacLength() {
            return real.getMacLength();
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec parameters) throws InvalidKeyException {
            real.init(key);
        }

        @Override
        protected void engineUpdate(byte input) {
            real.update(input);
            bytes++;
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            real.update(input, offset, length);
            bytes += length;
        }

        @Override
        protected byte[] engineDoFinal() {
            ENTRIES.add("HmacSHA256 of " + bytes + " bytes");
            bytes = 0;
            return real.doFinal();
        }

        @Override
        protected void engineReset() {
            real.reset();
            bytes = 0;
        }
    }
}
