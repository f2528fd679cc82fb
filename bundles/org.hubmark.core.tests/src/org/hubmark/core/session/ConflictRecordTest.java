package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.ConflictCommands;
import org.hubmark.core.command.PassageCommands;
import org.hubmark.core.conflict.Conflict;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.conflict.ConflictViews;
import org.hubmark.core.text.Anchor;
import org.hubmark.model.Hub;
import org.junit.jupiter.api.Test;


/** What the record of a conflict tells, and whom. */
class ConflictRecordTest extends TwoSessions {

    @Test
    void aConflictReadsWellInBothLanguages() throws Exception {
        contend();

        ConflictView english = view(Locale.ENGLISH);
        assertEquals("my name", english.label());
        assertEquals("ben", english.author());
        ConflictView.Item item = english.items().getFirst();
        assertEquals(List.of("Theirs", "Hub", "English name", "(nothing)", "Mine", "Theirs", "chen"), List.of(item.name(),
                item.type(), item.feature(), item.base(), item.mine(), item.theirs(), item.who()));
        assertTrue(item.text().startsWith("chen changed “English name” of “Theirs” to “Theirs” on "), item.text());
        assertEquals(List.of("Theirs · English name: (nothing) → Mine"),
                english.work().stream().map(Object::toString).toList());
        ConflictView chinese = view(Locale.SIMPLIFIED_CHINESE);
        assertTrue(chinese.text().contains("双方内容都已保留"), chinese.text());
        assertEquals("英文名", chinese.items().getFirst().feature());
    }

    @Test
    void theRecordIsInTheStoreForEverybodyAndSurvivesRestarts() throws Exception {
        contend();
        sync(mine);
        mine.close();

        try (Session later = sample.open(sample.store().connect("curator"), folder.resolve("later"))) {
            ConflictView conflict = later.team().conflicts().getFirst();
            assertTrue(conflict.isOpen());
            later.execute("decide", get(ConflictCommands.takeMine(later, conflict.id())));
            sync(later);
            assertEquals("Mine", later.state(TSUKUBA).text("nameEn"));
            Conflict decided = later.team().conflict(conflict.id());
            assertEquals(List.of(Conflict.State.MINE, "curator"), List.of(decided.state(), decided.decidedBy()));
            assertFalse(later.team().conflicts().getFirst().isOpen());
        }
    }

    @Test
    void listenersHearOfNewConflictsAndOfDecisions() throws Exception {
        BlockingQueue<List<Boolean>> heard = new LinkedBlockingQueue<>();
        theirs.addListener(new SessionListener() {
            @Override
            public void conflictsChanged() {
                heard.add(theirs.team().conflicts().stream().map(ConflictView::isOpen).toList());
            }
        });
        contend();
        assertEquals(List.of(true), heard.poll(20, TimeUnit.SECONDS));
        mine.execute("decide", ConflictCommands.keepTheirs(mine, view(Locale.ENGLISH).id()));
        sync(mine);
        assertEquals(List.of(false), heard.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void whatWaitsCannotBeUndoneButItsDecisionCan() throws Exception {
        contend();
        assertFalse(mine.canUndo());
        UUID conflict = mine.team().conflicts().getFirst().id();
        mine.execute("decide", get(ConflictCommands.takeMine(mine, conflict)));
        sync(mine);

        assertEquals(Optional.empty(), mine.undo());
        assertEquals("Theirs", mine.state(TSUKUBA).text("nameEn"));
        assertEquals(Conflict.State.OPEN, mine.team().conflict(conflict).state());
        assertEquals(Optional.empty(), mine.redo());
        assertEquals("Mine", mine.state(TSUKUBA).text("nameEn"));
        sample.assertSame(mine);
    }

    @Test
    void aPassageOfAnOpenDocumentIsContendedToo() throws Exception {
        BriefingDocument document = get(mine.openBriefing(EDITION));
        var mark = PassageCommands.mark(document,
                Anchor.of(document.text(), 0, 5), Set.of(), null);
        mine.execute("mark", mark);
        sync(mine);
        reach(theirs, mine.revision());
        UUID passage = mark.getFirst().object();
        line.hold();
        mine.execute("memo", List.of(new Change.Put(passage, "memo", null, Value.of("mine"))));
        theirs.execute("memo", List.of(new Change.Put(passage, "memo", null, Value.of("theirs"))));
        sync(theirs);
        line.release();

        assertEquals("“筑波科学城”", conflicts.poll(20, TimeUnit.SECONDS).items().getFirst().name());
        assertEquals("theirs", document.passage(passage).memo());
    }

    /** A change set is only data. */
    @Test
    void theWholeWorkCanBeReadAgain() throws Exception {
        contend();
        List<ChangeSet> work = get(theirs.team().work(theirs.team().conflict(theirs.team().conflicts().getFirst().id())));
        assertEquals(List.of(name(TSUKUBA, null, "Mine")), work.getFirst().changes());
    }

    private void contend() throws Exception {
        line.hold();
        mine.execute("my name", List.of(name(TSUKUBA, null, "Mine")));
        theirs.execute("their name", List.of(name(TSUKUBA, null, "Theirs")));
        sync(theirs);
        line.release();
        sync(mine);
        reach(theirs, mine.revision());
    }

    private ConflictView view(Locale locale) {
        UUID id = theirs.team().conflicts().getFirst().id();
        return new ConflictViews(locale, theirs::state).of(theirs.team().conflict(id));
    }
}
