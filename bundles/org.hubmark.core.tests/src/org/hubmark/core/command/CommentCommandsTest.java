package org.hubmark.core.command;

import static org.hubmark.core.session.SampleProject.BRIEFING;
import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.FUNDING;
import static org.hubmark.core.session.SampleProject.PATENTS;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Comment;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.check.Checks;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.SampleProject;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.text.Anchor;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class CommentCommandsTest {

    @TempDir
    Path folder;
    private SampleProject sample;
    private Session ben;
    private Session chen;
    private List<Member> members;

    @BeforeEach
    void open() throws Exception {
        sample = new SampleProject();
        ben = sample.open(sample.store().connect("ben"), folder.resolve("ben"));
        chen = sample.open(sample.store().connect("chen"), folder.resolve("chen"));
        members = get(ben.team().members());
    }

    @AfterEach
    void close() {
        ben.close();
        chen.close();
    }

    @Test
    void aCommentAndItsRepliesAreReadInTheirOrder() throws Exception {
        UUID first = comment(ben, TSUKUBA, "Is that so?");
        comment(ben, TSUKUBA, "Another thing");
        meet(ben, chen);
        UUID reply = comment(chen, first, "Yes");
        comment(chen, reply, "I looked it up");
        comment(chen, first, "Or not");
        meet(chen, ben);

        assertEquals(List.of("Is that so?", "Yes", "I looked it up", "Or not", "Another thing"), texts(ben, TSUKUBA));
        assertEquals(List.of("Is that so?", "Another thing"),
                ben.team().comments(TSUKUBA).stream().map(Comment::text).toList());
        assertEquals(TSUKUBA, ben.team().subject(ben.team().comment(reply)));
        assertEquals("chen", ben.team().comment(reply).author());
        assertEquals(texts(ben, TSUKUBA), texts(chen, TSUKUBA));
        assertClean();
    }

    @Test
    void everyStepCanBeUndoneAndRedone() throws Exception {
        UUID id = comment(ben, TSUKUBA, "one");
        roundTrip(CommentCommands.edit(ben, ben.team().comment(id), "two @chen", members));
        assertEquals(Set.of("chen"), ben.team().comment(id).mentions());
        roundTrip(CommentCommands.edit(ben, ben.team().comment(id), "three", members));
        assertEquals(Set.of(), ben.team().comment(id).mentions());
        roundTrip(CommentCommands.resolve(ben.team().comment(id)));
        assertEquals(List.of(), CommentCommands.resolve(ben.team().comment(id)));
        roundTrip(CommentCommands.reopen(ben.team().comment(id)));
        roundTrip(CommentCommands.delete(ben, ben.team().comment(id)));
        assertEquals(List.of(), ben.team().comments(TSUKUBA));
        assertClean();
    }

    @Test
    void aCommentWithRepliesIsTakenBackWithoutThem() throws Exception {
        UUID id = comment(ben, TSUKUBA, "one");
        meet(ben, chen);
        comment(chen, id, "reply");
        meet(chen, ben);
        roundTrip(CommentCommands.delete(ben, ben.team().comment(id)));

        assertEquals(List.of("null", "reply"), texts(ben, TSUKUBA));
    }

    @Test
    void onlyTheAuthorChangesAComment() throws Exception {
        UUID id = comment(ben, TSUKUBA, "one");
        meet(ben, chen);
        Comment comment = chen.team().comment(id);

        assertThrows(IllegalArgumentException.class, () -> CommentCommands.edit(chen, comment, "two", members));
        assertThrows(IllegalArgumentException.class, () -> CommentCommands.delete(chen, comment));
        assertThrows(IllegalArgumentException.class, () -> CommentCommands.add(chen, TSUKUBA, "  ", members));
        chen.execute("done", CommentCommands.resolve(comment));
        meet(chen, ben);
        assertEquals(true, ben.team().comment(id).resolved());
    }

    @Test
    void whoIsMentionedFindsItAmongWhatIsUnread() throws Exception {
        BlockingQueue<List<String>> mentions = new LinkedBlockingQueue<>();
        chen.addListener(new SessionListener() {
            @Override
            public void unreadChanged() {
                mentions.add(chen.team().mentions().stream().map(Comment::text).toList());
            }
        });
        comment(ben, TSUKUBA, "for nobody");
        UUID id = comment(ben, TSUKUBA, "@chen look");
        meet(ben, chen);
        List<String> last = List.of();
        while (!last.equals(List.of("@chen look"))) {
            last = mentions.poll(20, TimeUnit.SECONDS);
        }
        chen.team().markSeen(Set.of(id));

        assertEquals(List.of(), chen.team().mentions());
    }

    @Test
    void namesAreFoundInChineseAndLatinTexts() {
        List<Member> team = List.of(new Member("lin", "林晓", Role.ANALYST), new Member("lx", "林晓明", Role.ANALYST),
                new Member("ann", "Ann", Role.ANALYST), new Member("anna", "Anna K", Role.ANALYST));

        assertEquals(Set.of("lin"), Mentions.in("请@林晓看一下", team));
        assertEquals(Set.of("lx"), Mentions.in("@林晓明，请看", team));
        assertEquals(Set.of("ann"), Mentions.in("@ANN: see there", team));
        assertEquals(Set.of("anna"), Mentions.in("@anna k, @annabel", team));
        assertEquals(Set.of(), Mentions.in("mail@annex.org @ @@", team));
    }

    @Test
    void theMarginHearsOfCommentsOnItsPassages() throws Exception {
        try (BriefingDocument document = get(ben.openBriefing(EDITION))) {
            UUID passage = mark(document);
            meet(ben, chen);
            BlockingQueue<List<String>> heard = new LinkedBlockingQueue<>();
            document.addListener(() -> heard.add(texts(ben, passage)));
            comment(chen, TSUKUBA, "elsewhere");
            UUID id = comment(chen, passage, "here");
            meet(chen, ben);
            assertEquals(List.of("here"), heard.poll(20, TimeUnit.SECONDS));
            chen.execute("delete", CommentCommands.delete(chen, chen.team().comment(id)));
            meet(chen, ben);
            assertEquals(List.of(), heard.poll(20, TimeUnit.SECONDS));
            assertEquals(List.of(), document.comments(passage));
        }
    }

    @Test
    void aPassageTakesItsCommentsAlong() throws Exception {
        try (BriefingDocument document = get(ben.openBriefing(EDITION))) {
            UUID passage = mark(document);
            comment(ben, comment(ben, passage, "one"), "reply");
            roundTrip(PassageCommands.delete(document, passage));
            assertEquals(List.of(), ben.team().allComments());
            assertEquals(Optional.empty(), ben.undo());
            roundTrip(get(BriefingCommands.delete(ben, BRIEFING)));
            assertEquals(List.of(), ben.team().allComments());
        }
        assertClean();
    }

    @Test
    void anElementTakesItsCommentsAlong() throws Exception {
        comment(ben, comment(ben, TSUKUBA, "one"), "reply");
        roundTrip(get(ElementCommands.delete(ben, Set.of(TSUKUBA))));

        assertEquals(List.of(), ben.team().allComments());
        assertClean();
    }

    @Test
    void commentsOfACodeMoveToTheOneItIsMergedInto() throws Exception {
        comment(ben, comment(ben, FUNDING, "one"), "reply");
        comment(ben, PATENTS, "first");
        roundTrip(get(CodeCommands.merge(ben, FUNDING, PATENTS)));

        assertEquals(List.of("first", "one", "reply"), texts(ben, PATENTS));
        assertClean();
    }

    private UUID comment(Session session, UUID about, String text) throws Exception {
        List<Change> changes = CommentCommands.add(session, about, text, members);
        session.execute("comment", changes);
        return changes.getFirst().object();
    }

    private UUID mark(BriefingDocument document) {
        List<Change> changes = PassageCommands.mark(document, Anchor.of(document.text(), 0, 5), Set.of(), null);
        ben.execute("mark", changes);
        return changes.getFirst().object();
    }

    private static void meet(Session from, Session to) throws Exception {
        sync(from);
        reach(to, from.revision());
    }

    private static List<String> texts(Session session, UUID about) {
        return session.team().thread(about).stream().map(comment -> String.valueOf(comment.text())).toList();
    }

    private void roundTrip(List<Change> changes) throws Exception {
        sync(ben);
        List<ObjectState> before = sample.store().states(PROJECT);
        ben.execute("step", changes);
        sync(ben);
        List<ObjectState> after = sample.store().states(PROJECT);
        assertEquals(Optional.empty(), ben.undo());
        sync(ben);
        assertEquals(before, sample.store().states(PROJECT));
        assertEquals(Optional.empty(), ben.redo());
        sync(ben);
        assertEquals(after, sample.store().states(PROJECT));
    }

    /** The checks know comments. */
    private void assertClean() throws Exception {
        assertEquals(List.of(), Checks.run(sample.store(), PROJECT, new NullProgressMonitor()).stream()
                .filter(f -> f.severity() == org.hubmark.core.check.Finding.Severity.ERROR).toList());
    }
}
