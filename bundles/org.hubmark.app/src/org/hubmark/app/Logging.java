package org.hubmark.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;

/**
 * Sends the log to {@code logs/hubmark.log} in the data folder, a month of it, at most 50 MB. It is set up in code because
 * logback looks for its configuration on its own class path, which in OSGi is its own bundle.
 * Libraries that know nothing of logback, as Flyway here, are told to keep their progress to themselves.
 */
public final class Logging {

    private Logging() {
    }

    /** Called once, before anything else of the product is used. */
    public static void start(Path data) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Path logs = data.resolve("logs");
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(logs.resolve("hubmark.log").toString());
        file.setEncoder(encoder(context));
        file.setRollingPolicy(policy(context, file, logs));
        file.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(file);
        context.getLogger("org.hubmark").setLevel(Level.INFO);
        LogManager.getLogManager().getLogger("").setLevel(java.util.logging.Level.WARNING);
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{30}: %msg%n");
        encoder.start();
        return encoder;
    }

    private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy(LoggerContext context,
            RollingFileAppender<ILoggingEvent> file, Path logs) {
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(logs.resolve("hubmark-%d{yyyy-MM-dd}-%i.log").toString());
        policy.setMaxFileSize(new FileSize(10 * FileSize.MB_COEFFICIENT));
        policy.setMaxHistory(30);
        policy.setTotalSizeCap(new FileSize(50 * FileSize.MB_COEFFICIENT));
        policy.start();
        return policy;
    }
}
