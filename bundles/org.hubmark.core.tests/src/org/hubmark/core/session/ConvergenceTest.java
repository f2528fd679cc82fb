package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.CODEBOOK;
import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.FUNDING;
import static org.hubmark.core.session.SampleProject.MODEL;
import static org.hubmark.core.session.SampleProject.PATENTS;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.model;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.DeleteCommand;
import org.eclipse.emf.edit.command.MoveCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.CommentCommands;
import org.hubmark.core.command.ConflictCommands;
import org.hubmark.core.command.EvidenceCommands;
import org.hubmark.core.command.EvidenceTarget;
import org.hubmark.core.command.PassageCommands;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.text.Anchor;
import org.hubmark.model.Element;
import org.hubmark.model.Fact;
import org.hubmark.model.Hub;
import org.hubmark.model.HubModel;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.model.Mechanism;
import org.hubmark.model.Quantity;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people edit at random, with a bad line; in the end both see what the store holds. */
@ExtendWith(NoErrorsLogged.class)
class ConvergenceTest {

    private static final int STEPS = 150;

    @TempDir
    Path folder;
    private final List<CompletableFuture<Void>> decisions = new ArrayList<>();
    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 4181})
    void bothSessionsEndWithWhatTheStoreHolds(long seed) throws Exception {
        random = new Random(seed);
        SampleProject sample = new SampleProject();
        FakeStore[] lines = {sample.store().connect("ben"), sample.store().connect("chen")};
        try (Session ben = sample.open(lines[0], folder.resolve("ben"));
                Session chen = sample.open(lines[1], folder.resolve("chen"))) {
            BriefingDocument[] documents = {get(ben.openBriefing(EDITION)), get(chen.openBriefing(EDITION))};
            Session[] sessions = {ben, chen};
            for (int i = 0; i < STEPS; i++) {
                int who = random.nextInt(2);
                disturb(lines[who]);
                sessions[who].executor().execute(() -> edit(sessions[who], documents[who]));
            }
            for (int who = 0; who < 2; who++) {
                lines[who].release();
                lines[who].setOffline(false);
            }
            for (CompletableFuture<Void> decision : decisions) {
                // one that could not be made offline fails, and nothing is decided
                decision.exceptionally(failure -> null).get(20, TimeUnit.SECONDS);
            }
            sync(ben);
            sync(chen);
            long last = sample.store().open(PROJECT, OptionalLong.empty(), new NullProgressMonitor()).revision();
            for (int who = 0; who < 2; who++) {
                reach(sessions[who], last);
                assertEquals(lines(sample.model()), lines(model(sessions[who])), "seed " + seed + ", session " + who);
                assertDocument(sample, documents[who]);
            }
            assertEquals(ben.team().conflicts(), chen.team().conflicts(), "seed " + seed);
            assertEquals(Set.copyOf(ben.team().allComments()), Set.copyOf(chen.team().allComments()), "seed " + seed);
        }
    }

    /** The order of items means nothing, and depends on who came first. */
    private static String lines(List<ObjectState> states) {
        return String.join("\n", states.stream().map(ConvergenceTest::sorted).map(ObjectState::toString).toList());
    }

    private static ObjectState sorted(ObjectState state) {
        Map<String, Set<Value>> items = new TreeMap<>();
        state.items().forEach((feature, set) -> items.put(feature, set.stream()
                .sorted(Comparator.comparing(Value::toString)).collect(Collectors.toCollection(LinkedHashSet::new))));
        return new ObjectState(state.id(), state.type(), state.placement(), state.values(), items);
    }

    private static void assertDocument(SampleProject sample, BriefingDocument document) throws Exception {
        BriefingContent stored = sample.store().read(EDITION, new NullProgressMonitor());
        assertEquals(stored.passages(), document.passages());
        assertEquals(Set.copyOf(stored.evidence()), Set.copyOf(document.passages().stream()
                .flatMap(passage -> document.evidence(passage.id()).stream()).toList()));
    }

    private void disturb(FakeStore line) {
        switch (random.nextInt(12)) {
            case 0 -> line.setOffline(true);
            case 1 -> line.loseNextAnswer();
            case 2 -> line.hold();
            case 3, 4, 5 -> {
                line.release();
                line.setOffline(false);
            }
            default -> {
                // the line stays as it is
            }
        }
    }

    private void edit(Session session, BriefingDocument document) {
        switch (random.nextInt(16)) {
            case 15 -> decide(session);
            case 14 -> comment(session);
            case 0 -> session.undo();
            case 1 -> session.redo();
            case 2 -> mark(session, document);
            case 3 -> link(session, document);
            case 4 -> unmark(session, document);
            case 5 -> code(session, document);
            default -> {
                Command command = command(session);
                if (command != null) {
                    session.editingDomain().getCommandStack().execute(command);
                }
            }
        }
    }

    private void mark(Session session, BriefingDocument document) {
        int start = random.nextInt(20);
        session.execute("mark", PassageCommands.mark(document,
                Anchor.of(document.text(), start, start + 1 + random.nextInt(10)), Set.of(FUNDING), null));
    }

    private void decide(Session session) {
        ConflictView conflict = any(session.team().conflicts());
        if (conflict != null && random.nextBoolean()) {
            session.execute("keep", ConflictCommands.keepTheirs(session, conflict.id()));
        } else if (conflict != null) {
            decisions.add(ConflictCommands.takeMine(session, conflict.id())
                    .thenAccept(changes -> session.execute("take", changes)));
        }
    }

    private void comment(Session session) {
        Element element = any(elements(session));
        if (element != null) {
            session.execute("comment", CommentCommands.add(session, Session.id(element), "?", List.of()));
        }
    }

    private void link(Session session, BriefingDocument document) {
        Passage passage = any(document.passages());
        Element element = any(elements(session));
        if (passage != null && element != null) {
            session.execute("link", EvidenceCommands.link(passage.id(), EvidenceTarget.of(Session.id(element)),
                    Stance.SUPPORTS, session.member()));
        }
    }

    private void unmark(Session session, BriefingDocument document) {
        Passage passage = any(document.passages());
        if (passage != null) {
            session.execute("unmark", PassageCommands.delete(document, passage.id()));
        }
    }

    private void code(Session session, BriefingDocument document) {
        Passage passage = any(document.passages());
        if (passage != null) {
            session.execute("code", random.nextBoolean() ? PassageCommands.code(passage, PATENTS)
                    : PassageCommands.memo(passage, "memo " + random.nextInt(3)));
        }
    }

    private Command command(Session session) {
        EditingDomain domain = session.editingDomain();
        HubModel hubs = session.find(MODEL, HubModel.class);
        Element element = any(elements(session));
        if (element == null) {
            return AddCommand.create(domain, hubs, HubmarkPackage.Literals.HUB_MODEL__ELEMENTS, newElement());
        }
        return switch (random.nextInt(9)) {
            case 0 -> AddCommand.create(domain, hubs, HubmarkPackage.Literals.HUB_MODEL__ELEMENTS, newElement(),
                    random.nextInt(hubs.getElements().size() + 1));
            case 1 -> MoveCommand.create(domain, hubs, HubmarkPackage.Literals.HUB_MODEL__ELEMENTS, element,
                    random.nextInt(hubs.getElements().size()));
            case 2 -> DeleteCommand.create(domain, element);
            case 3 -> AddCommand.create(domain, element, HubmarkPackage.Literals.ELEMENT__FACTS, newFact());
            case 4 -> refer(domain, element, hubs);
            case 5 -> quantity(domain, element);
            case 6 -> SetCommand.create(domain, session.find(CODEBOOK).eContents().getFirst(),
                    HubmarkPackage.Literals.CODE__COLOR, "#" + random.nextInt(5));
            default -> SetCommand.create(domain, element, HubmarkPackage.Literals.ELEMENT__NAME_ZH,
                    "名" + random.nextInt(5));
        };
    }

    private Command refer(EditingDomain domain, Element element, HubModel hubs) {
        Hub hub = any(hubs.getElements().stream().filter(Hub.class::isInstance).map(Hub.class::cast).toList());
        if (!(element instanceof Mechanism mechanism) || hub == null) {
            return SetCommand.create(domain, element, HubmarkPackage.Literals.ELEMENT__DESCRIPTION, "述");
        }
        return mechanism.getHubs().contains(hub)
                ? RemoveCommand.create(domain, mechanism, HubmarkPackage.Literals.SITUATED__HUBS, hub)
                : AddCommand.create(domain, mechanism, HubmarkPackage.Literals.SITUATED__HUBS, hub);
    }

    private Command quantity(EditingDomain domain, Element element) {
        Fact fact = any(element.getFacts());
        if (fact == null || fact.getQuantity() == null) {
            return null;
        }
        return SetCommand.create(domain, fact.getQuantity(), HubmarkPackage.Literals.QUANTITY__RAW,
                "约" + random.nextInt(9));
    }

    private EObject newElement() {
        Element element = random.nextBoolean() ? HubmarkFactory.eINSTANCE.createHub()
                : HubmarkFactory.eINSTANCE.createMechanism();
        element.setNameZh("新" + random.nextInt(100));
        return element;
    }

    private static Fact newFact() {
        Quantity quantity = HubmarkFactory.eINSTANCE.createQuantity();
        quantity.setRaw("约283");
        Fact fact = HubmarkFactory.eINSTANCE.createFact();
        fact.setQuantity(quantity);
        return fact;
    }

    private static List<Element> elements(Session session) {
        return new ArrayList<>(session.project().getHubModel().getElements());
    }

    private <T> T any(List<? extends T> all) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
