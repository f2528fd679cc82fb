package org.hubmark.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;

/**
 * Fails a test during which anything was logged as an error, on whatever thread. A test that provokes an error on
 * purpose says so with {@link ExpectsErrors}.
 */
public final class NoErrorsLogged implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(NoErrorsLogged.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        Collector collector = new Collector();
        collector.start();
        root().setLevel(Level.WARN);    // logback's own default would bury the results under debugging messages
        root().addAppender(collector);
        context.getStore(SPACE).put(Collector.class, collector);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Collector collector = context.getStore(SPACE).remove(Collector.class, Collector.class);
        root().detachAppender(collector);
        boolean expected = context.getRequiredTestMethod().isAnnotationPresent(ExpectsErrors.class);
        assertEquals(List.of(), expected ? List.of() : List.copyOf(collector.errors), "logged as errors");
    }

    private static ch.qos.logback.classic.Logger root() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static final class Collector extends AppenderBase<ILoggingEvent> {

        private final List<String> errors = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                errors.add(event.getLoggerName() + ": " + event.getFormattedMessage()
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }
}
