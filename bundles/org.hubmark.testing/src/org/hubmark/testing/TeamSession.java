package org.hubmark.testing;

import java.nio.file.Path;

import org.hubmark.core.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One member at work in the project of a {@link TeamFixture}, in a store in memory. */
@ExtendWith(NoErrorsLogged.class)
public abstract class TeamSession {

    @TempDir
    protected Path folder;
    protected final FakeStore database = new FakeStore();
    protected TeamFixture team;
    protected Session session;

    @BeforeEach
    final void open() throws Exception {
        team = new TeamFixture(database::connect, folder);
        session = team.open("ben");
    }

    @AfterEach
    final void close() throws Exception {
        team.close();
    }
}
