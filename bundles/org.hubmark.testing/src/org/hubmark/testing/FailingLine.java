package org.hubmark.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreException;

/** What can go wrong between one member and a store in memory. Safe for use by several threads. */
final class FailingLine {

    private static final long PATIENCE = 30;

    private final Deque<CommitResult> answers = new ArrayDeque<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean offline;
    private volatile boolean loseNextAnswer;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    void setOffline(boolean now) {
        offline = now;
    }

    int failures() {
        return failures.get();
    }

    synchronized void answerNext(CommitResult answer) {
        answers.add(answer);
    }

    void loseNextAnswer() {
        loseNextAnswer = true;
    }

    void hold() {
        if (gate.getCount() == 0) {
            gate = new CountDownLatch(1);
        }
    }

    void release() {
        gate.countDown();
    }

    /** Lets a commit through, or not, as was said. */
    CommitResult commit(Supplier<CommitResult> commit, IProgressMonitor monitor) throws StoreException {
        check(monitor);
        await(monitor);
        check(monitor);
        CommitResult told = nextAnswer();
        CommitResult result = told != null ? told : commit.get();
        if (loseNextAnswer) {
            loseNextAnswer = false;
            throw new StoreException(StoreException.Kind.OFFLINE, "The connection broke.");
        }
        return result;
    }

    void check(IProgressMonitor monitor) throws StoreException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        if (offline) {
            failures.incrementAndGet();
            throw new StoreException(StoreException.Kind.OFFLINE, "The database can't be reached.");
        }
    }

    private synchronized CommitResult nextAnswer() {
        return answers.poll();
    }

    private void await(IProgressMonitor monitor) throws StoreException {
        CountDownLatch now = gate;
        try {
            for (int i = 0; i < PATIENCE * 100 && !now.await(10, TimeUnit.MILLISECONDS); i++) {
                check(monitor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.OTHER, "Interrupted.", e);
        }
    }
}
