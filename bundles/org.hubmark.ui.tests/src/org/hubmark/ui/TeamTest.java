package org.hubmark.ui;

import java.nio.file.Path;
import java.util.List;

import org.hubmark.core.change.Change;
import org.hubmark.core.session.Session;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.TeamFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ada and Berta at work in one project, without a window. */
@ExtendWith(NoErrorsLogged.class)
public abstract class TeamTest {

    protected final FakeStore store = new FakeStore();
    protected final FakeStore adas = store.connect("ada");
    protected TeamFixture team;
    protected Session ada;
    protected Session berta;
    @TempDir
    private Path folder;

    @BeforeEach
    void bothAreAtWork() throws Exception {
        team = new TeamFixture(store::connect, folder);
        ada = team.open(adas, folder.resolve("a"));
        berta = team.open("berta");
    }

    @AfterEach
    void bothLeave() throws Exception {
        team.close();
    }

    /** Berta does something, and Ada's session shows it. */
    protected void berta(String label, Change... changes) throws Exception {
        berta.execute(label, List.of(changes));
        TeamFixture.sync(berta);
        TeamFixture.reach(ada, berta.revision());
    }

    /** Both give the first hub another name; Berta is first. */
    protected void conflict() throws Exception {
        adas.hold();
        ada.execute("Rename hub", List.of(TeamFixture.rename(ada, team.hub, "mine")));
        berta.execute("Rename hub", List.of(TeamFixture.rename(berta, team.hub, "theirs")));
        TeamFixture.sync(berta);
        adas.release();
        TeamFixture.reach(ada, berta.revision());
        TeamFixture.sync(ada);
        TeamFixture.reach(berta, ada.revision());
    }
}
