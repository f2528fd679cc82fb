package org.hubmark.ui.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class MentionCompletionTest {

    private static final Member ADA = new Member("ada", "Ada Lovelace", Role.ANALYST);
    private static final Member LIN = new Member("lin.dan", "林丹", Role.ANALYST);
    private static final Member DAN = new Member("dan", "Dan", Role.ANALYST);
    private static final List<Member> ALL = List.of(ADA, LIN, DAN);

    private static List<Member> proposed(String text) {
        MentionCompletion mention = MentionCompletion.of(text, text.length());
        return mention == null ? null : mention.among(ALL);
    }

    @Test
    void afterTheSignEverybodyIsProposedAndLettersNarrowThat() {
        assertEquals(3, proposed("请看 @").size());
        assertEquals(List.of(DAN, LIN), proposed("@dan"));
        assertEquals(List.of(LIN), proposed("问一下@林"));
        assertEquals(List.of(), proposed("@x"));
    }

    @Test
    void anAccountThatBeginsSoComesBeforeANameThatHasItInside() {
        Member grace = new Member("GRACE", "Grace Lin", Role.ANALYST);
        Member xiao = new Member("LIN", "林晓", Role.ANALYST);
        assertEquals(List.of(xiao, grace), MentionCompletion.of("@lin", 4).among(List.of(grace, xiao)));
    }

    @Test
    void nothingIsProposedElsewhere() {
        assertNull(proposed("nobody"));
        assertNull(proposed("@ada and"));
        assertNull(proposed("mail me: me@dan"));
        assertNull(proposed(""));
    }

    @Test
    void theNameReplacesWhatWasWrittenOfIt() {
        MentionCompletion mention = MentionCompletion.of("ask @ad now", 7);
        assertEquals("ask @Ada Lovelace  now", mention.with(ADA));
        assertEquals("ask @Ada Lovelace ".length(), mention.caretAfter(ADA));
    }
}
