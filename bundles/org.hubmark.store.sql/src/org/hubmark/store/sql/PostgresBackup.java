package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;

/** Saves a database with PostgreSQL's own pg_dump, which has to be on this machine: at least as new as the server. */
final class PostgresBackup {

    private final PostgresSource source;
    private final Messages messages = Messages.of(PostgresBackup.class);

    PostgresBackup(PostgresSource source) {
        this.source = source;
    }

    /**
     * Blocks for as long as it takes.
     *
     * @return the file, to be read by pg_restore
     * @throws StoreException if there is no pg_dump, or it fails; there is no file then
     */
    Path into(Path folder, int version) throws StoreException {
        try {
            Path program = PostgresPrograms.find("pg_dump").orElseThrow(
                    () -> new StoreException(Kind.OTHER, messages.get("error.dump.none", source.address())));
            Files.createDirectories(folder);
            Path file = folder.resolve(source.address().database() + ".schema-" + version + ".dump");
            Files.deleteIfExists(file);
            dump(program, file);
            return file;
        } catch (IOException e) {
            throw Failures.of(e, folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(Kind.OTHER, messages.get("error.dump", source.address(), e.getMessage()), e);
        }
    }

    private void dump(Path program, Path file) throws IOException, InterruptedException, StoreException {
        List<Endpoint> endpoints = source.address().endpoints();
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "--format=custom", "--no-password",
                "--file=" + file,
                "--host=" + endpoints.stream().map(Endpoint::host).collect(Collectors.joining(",")),
                "--port=" + endpoints.stream().map(e -> String.valueOf(e.port())).collect(Collectors.joining(",")),
                "--username=" + source.account(), "--dbname=" + source.address().database());
        builder.environment().put("PGPASSWORD", new String(source.password()));
        builder.environment().put("PGTARGETSESSIONATTRS", "read-write");
        builder.environment().put("PGSSLMODE", source.tls().properties().getOrDefault("sslmode", "require"));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            Files.deleteIfExists(file);
            throw new StoreException(Kind.OTHER,
                    messages.get("error.dump", source.address(), said.lines().findFirst().orElse("")));
        }
    }
}
