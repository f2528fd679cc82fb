package org.hubmark.ui.comment;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.hubmark.core.briefing.Comment;
import org.hubmark.ui.TeamTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentThreadsTest extends TeamTest {

    private CommentThreads adas;
    private CommentThreads bertas;

    @BeforeEach
    void bothMayWrite() throws Exception {
        adas = new CommentThreads(ada);
        bertas = new CommentThreads(berta);
        adas.members(get(ada.team().members()));
        assertTrue(adas.mayWrite());
    }

    private Comment only(CommentThreads threads) {
        return threads.on(team.hub.id()).getFirst();
    }

    private void sameForBoth() throws Exception {
        sync(ada);
        sync(berta);
        reach(berta, ada.revision());
        reach(ada, berta.revision());
    }

    @Test
    void aCommentIsAnsweredByAColleague() throws Exception {
        UUID id = adas.add(team.hub.id(), "@berta 多少平方公里？");
        sameForBoth();
        assertEquals(id, only(bertas).id());
        assertEquals(List.of(id), berta.team().mentions().stream().map(Comment::id).toList());
        bertas.add(id, "283");
        sameForBoth();
        assertEquals(List.of("283"), adas.replies(only(adas)).stream().map(Comment::text).toList());
        assertTrue(adas.isOwn(only(adas)));
        assertFalse(bertas.isOwn(only(bertas)));
    }

    @Test
    void aResolvedThreadIsFoldedAndNoLongerAmongTheOpenOnes() throws Exception {
        adas.add(team.hub.id(), "one");
        adas.add(team.passage.id(), "two");
        assertEquals(2, adas.open().size());
        adas.resolve(only(adas));
        assertEquals(1, adas.open().size());
        assertTrue(adas.isFolded(only(adas)));
        adas.unfold(only(adas));
        assertFalse(adas.isFolded(only(adas)));
        adas.reopen(only(adas));
        assertEquals(2, adas.open().size());
    }

    @Test
    void anOwnCommentIsEditedAndDeletedAndThatCanBeUndone() {
        adas.add(team.hub.id(), "one");
        adas.edit(only(adas), "two");
        assertEquals("two", only(adas).text());
        adas.delete(only(adas));
        assertEquals(List.of(), adas.on(team.hub.id()));
        ada.undo();
        assertEquals("two", only(adas).text());
    }
}
