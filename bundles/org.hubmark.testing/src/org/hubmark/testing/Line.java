package org.hubmark.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;

/** The line to any store, which can be cut, or made to hold commits back. */
public final class Line {

    private static final int PATIENCE_SECONDS = 30;
    private static final Set<String> LOCAL = Set.of("member", "members", "close", "subscribe");

    private final AnnotationStore store;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean cut;

    public Line(AnnotationStore store) {
        this.store = store;
    }

    /** The store at the other end. */
    public AnnotationStore end() {
        return (AnnotationStore) Proxy.newProxyInstance(Line.class.getClassLoader(),
                new Class<?>[] {AnnotationStore.class}, (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (method.getName().startsWith("commit")) {
            gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        if (cut && !LOCAL.contains(method.getName())) {
            throw new StoreException(StoreException.Kind.OFFLINE, "The line is cut.");
        }
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Commits wait from now on until {@link #release}. */
    public void hold() {
        if (gate.getCount() == 0) {
            gate = new CountDownLatch(1);
        }
    }

    /** Nothing gets through any more until {@link #release}. */
    public void cut() {
        cut = true;
    }

    public void release() {
        cut = false;
        gate.countDown();
    }
}
