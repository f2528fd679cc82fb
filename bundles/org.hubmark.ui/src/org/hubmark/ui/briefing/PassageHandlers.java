package org.hubmark.ui.briefing;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchSite;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.command.EvidenceTarget;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.text.Quotes;
import org.hubmark.ui.PartHandler;
import org.hubmark.ui.model.Choice;
import org.hubmark.ui.model.Choices;
import org.hubmark.ui.reading.ReadingAction;

/** Answers the commands on passages in a briefing editor. Display thread. */
final class PassageHandlers {

    private final Supplier<Optional<BriefingPage>> page;
    private final IWorkbenchSite site;
    private final Messages messages = Messages.of(PassageHandlers.class);

    PassageHandlers(Supplier<Optional<BriefingPage>> page, IWorkbenchSite site) {
        this.page = page;
        this.site = site;
    }

    void bind() {
        bindReading();
        onTarget("org.hubmark.ui.passage.mark", p -> p.reveal(p.actions().orElseThrow().mark(p.target())));
        onTarget("org.hubmark.ui.passage.code", p -> code(p, ""));
        onTarget("org.hubmark.ui.passage.link", this::link);
        onPassage("org.hubmark.ui.passage.memo", this::memo);
        onPassage("org.hubmark.ui.passage.uncode", this::uncode);
        PartHandler.bindDelete(site, () -> page.get().ifPresent(PassageHandlers::delete),
                () -> page.get().flatMap(BriefingPage::focused).isPresent());
        onPassage("org.hubmark.ui.passage.supports", (p, passage) -> stance(p, passage, Stance.SUPPORTS));
        onPassage("org.hubmark.ui.passage.contradicts", (p, passage) -> stance(p, passage, Stance.CONTRADICTS));
        onPassage("org.hubmark.ui.passage.mentions", (p, passage) -> stance(p, passage, Stance.MENTIONS));
    }

    /** What the reading view does by its own keys, for the menus. A field that is being typed into comes first. */
    private void bindReading() {
        onText("org.eclipse.ui.edit.copy", Text::copy, ReadingAction.COPY);
        onText("org.eclipse.ui.edit.selectAll", Text::selectAll, ReadingAction.SELECT_ALL);
        bind("org.eclipse.ui.edit.findReplace", p -> p.find().open(), p -> p.document().isPresent());
        bind("org.hubmark.ui.findNext", p -> p.find().next(true), p -> p.document().isPresent());
        bind("org.hubmark.ui.findPrevious", p -> p.find().next(false), p -> p.document().isPresent());
        bind("org.hubmark.ui.zoomIn", p -> p.view().perform(ReadingAction.ZOOM_IN), p -> true);
        bind("org.hubmark.ui.zoomOut", p -> p.view().perform(ReadingAction.ZOOM_OUT), p -> true);
        bind("org.hubmark.ui.zoomReset", p -> p.view().perform(ReadingAction.ZOOM_RESET), p -> true);
    }

    private void onText(String command, Consumer<Text> inField, ReadingAction action) {
        bind(command, p -> {
            if (p.control().getDisplay().getFocusControl() instanceof Text text) {
                inField.accept(text);
            } else {
                p.view().perform(action);
            }
        }, p -> p.document().isPresent());
    }

    /** What a few letters in the text ask for: a code or an element for the selection. */
    static void code(BriefingPage page, String typed) {
        Choices choices = Choices.codes(page.session().project(), page.names())
                .and(Choices.elements(page.session().project(), page.names()));
        page.bar().ask(Messages.of(PassageHandlers.class).get("ask.code"), choices, typed, c -> apply(page, c));
    }

    private static void apply(BriefingPage page, Choice choice) {
        PassageActions actions = page.actions().orElseThrow();
        page.reveal("Code".equals(choice.type()) ? actions.code(page.target(), choice.id())
                : actions.link(page.target(), List.of(), EvidenceTarget.of(choice.id()), Stance.SUPPORTS));
    }

    private void link(BriefingPage page) {
        LinkDialog dialog = new LinkDialog(site.getShell(), page.session(), page.names());
        if (dialog.open() == Dialog.OK) {
            LinkDialog.Link link = dialog.link();
            page.reveal(page.actions().orElseThrow().link(page.target(), link.before(), link.target(), link.stance()));
        }
    }

    private void memo(BriefingPage page, Passage passage) {
        MemoDialog dialog = new MemoDialog(site.getShell(), Quotes.shown(passage.anchor().quote()),
                passage.memo());
        if (dialog.open() == Dialog.OK) {
            page.actions().orElseThrow().memo(passage.id(), dialog.memo());
        }
    }

    private void uncode(BriefingPage page, Passage passage) {
        Choices own = Choices.codes(page.session().project(), page.names()).among(passage.codes());
        page.bar().ask(messages.get("ask.uncode"), own, "",
                c -> page.actions().orElseThrow().uncode(passage.id(), c.id()));
    }

    private static void delete(BriefingPage page) {
        page.focused().ifPresent(passage -> page.actions().orElseThrow().delete(passage.id()));
    }

    private static void stance(BriefingPage page, Passage passage, Stance stance) {
        page.actions().orElseThrow().stance(passage.id(), stance);
    }

    private void onTarget(String command, Consumer<BriefingPage> action) {
        bind(command, action, p -> p.mayEdit() && !p.target().isEmpty());
    }

    private void onPassage(String command, BiConsumer<BriefingPage, Passage> action) {
        bind(command, p -> p.focused().ifPresent(passage -> action.accept(p, passage)),
                p -> p.mayEdit() && p.focused().isPresent());
    }

    private void bind(String command, Consumer<BriefingPage> action, Predicate<BriefingPage> possible) {
        BooleanSupplier now = () -> page.get().filter(possible).isPresent();
        PartHandler.bind(site, command, () -> page.get().ifPresent(action), now);
    }
}
