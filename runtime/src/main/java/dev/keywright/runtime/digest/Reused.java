package dev.keywright.runtime.digest;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are dear to make and serve one thread at a time, as digests do. A platform thread keeps its own. Virtual threads
 * share a few: there may be millions of them, each alive for one request, and what each kept would be made once a request and
 * held as long as it waits. Safe for use by many threads.
 *
 * @param <T> what is used again
 */
public final class Reused<T> {

    /** {@code Thread.isVirtual()} where there is such a thing; resolved once, so that a call costs no more than the method. */
    private static final @Nullable MethodHandle IS_VIRTUAL = isVirtualMethod();

    /** No more threads than processors compute at once; twice as many places leave few of them without one. */
    private static final int PLACES =
            Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors() - 1) << 1;

    private final Supplier<T> maker;
    private final ThreadLocal<T> own;
    private final AtomicReferenceArray<@Nullable T> shared = new AtomicReferenceArray<>(PLACES);

    /** Makes objects when they are first needed. */
    public Reused(Supplier<T> maker) {
        this.maker = maker;
        this.own = ThreadLocal.withInitial(maker);
    }

    private static @Nullable MethodHandle isVirtualMethod() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException e) {
            // Before JDK 21.
            return null;
        }
    }

    private static boolean isVirtual(Thread thread) {
        if (IS_VIRTUAL == null) {
            return false;
        }
        try {
            return (boolean) IS_VIRTUAL.invokeExact(thread);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object for this thread alone, until {@link #giveBack}. Without that it is simply not used again. */
    public T take() {
        Thread thread = Thread.currentThread();
        if (!isVirtual(thread)) {
            return own.get();
        }
        int place = place(thread);
        T free = shared.getAndSet(place, null);
        return free == null ? maker.get() : free;
    }

    /** Returns an object that is as good as new. One that somebody broke off with must not come back. */
    public void giveBack(T object) {
        Thread thread = Thread.currentThread();
        if (isVirtual(thread)) {
            shared.lazySet(place(thread), object);
        }
    }

    /** Spread by the thread's hash: any place serves, and two threads seldom want the same. */
    private static int place(Thread thread) {
        return (thread.hashCode() * 0x9E3779B9 >>> 16) & PLACES - 1;
    }
}
