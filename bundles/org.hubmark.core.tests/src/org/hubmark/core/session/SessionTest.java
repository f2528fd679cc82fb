package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.GRENOBLE;
import static org.hubmark.core.session.SampleProject.LICENSING;
import static org.hubmark.core.session.SampleProject.MODEL;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.core.session.SampleProject.model;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.CopyCommand;
import org.eclipse.emf.edit.command.DeleteCommand;
import org.eclipse.emf.edit.command.MoveCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.hubmark.core.change.ObjectState;
import org.hubmark.model.Fact;
import org.hubmark.model.Hub;
import org.hubmark.model.HubModel;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.model.Mechanism;
import org.hubmark.model.Quantity;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class SessionTest {

    @TempDir
    Path outbox;
    private SampleProject sample;
    private Session session;
    private EditingDomain domain;

    @BeforeEach
    void open() throws Exception {
        sample = new SampleProject();
        session = sample.open(outbox);
        domain = session.editingDomain();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void whoeverReadsHearsOfAFaultInTheReading() {
        CompletableFuture<Object> answer = session.read((store, monitor) -> {
            throw new IllegalStateException("a fault");
        });
        assertEquals("a fault",
                assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS)).getCause().getMessage());
    }

    @Test
    void settingANameIsOneRevisionWithTheLabelOfTheCommand() throws Exception {
        Command command = SetCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__NAME_EN, "Tsukuba");

        roundTrip(command);

        assertEquals(command.getLabel(),
                sample.store().since(PROJECT, 1, new NullProgressMonitor()).toList().getFirst().label());
    }

    @Test
    void addingAFactWithAQuantityGivesBothAnId() throws Exception {
        Fact fact = HubmarkFactory.eINSTANCE.createFact();
        Quantity quantity = HubmarkFactory.eINSTANCE.createQuantity();
        quantity.setRaw("约283平方公里");
        fact.setQuantity(quantity);

        roundTrip(AddCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__FACTS, fact));

        assertSame(quantity, session.find(Session.id(quantity)));
    }

    @Test
    void referencesAndAliasesAreSets() throws Exception {
        CompoundCommand command = new CompoundCommand("both");
        command.append(AddCommand.create(domain, licensing(), HubmarkPackage.Literals.SITUATED__HUBS,
                List.of(tsukuba(), session.find(GRENOBLE))));
        command.append(AddCommand.create(domain, licensing(), HubmarkPackage.Literals.ELEMENT__ALIASES, "许可"));

        roundTrip(command);

        roundTrip(RemoveCommand.create(domain, licensing(), HubmarkPackage.Literals.SITUATED__HUBS, tsukuba()));
    }

    @Test
    void deletingAHubClearsReferencesToItAndDeletesWhatItContains() throws Exception {
        domain.getCommandStack().execute(AddCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__FACTS,
                HubmarkFactory.eINSTANCE.createFact()));
        domain.getCommandStack().execute(
                AddCommand.create(domain, licensing(), HubmarkPackage.Literals.SITUATED__HUBS, tsukuba()));

        roundTrip(RemoveCommand.create(domain, hubModel(), HubmarkPackage.Literals.HUB_MODEL__ELEMENTS, tsukuba()));

        assertNull(session.find(TSUKUBA));
        assertEquals(List.of(), licensing().getHubs());
    }

    @Test
    void theDeleteCommandOfEmfWorksToo() throws Exception {
        domain.getCommandStack().execute(
                AddCommand.create(domain, licensing(), HubmarkPackage.Literals.SITUATED__HUBS, tsukuba()));

        roundTrip(DeleteCommand.create(domain, tsukuba()));
    }

    @Test
    void reorderingAnElementChangesOnlyItsPlace() throws Exception {
        roundTrip(MoveCommand.create(domain, hubModel(), HubmarkPackage.Literals.HUB_MODEL__ELEMENTS, licensing(), 0));

        assertSame(licensing(), hubModel().getElements().getFirst());
    }

    @Test
    void anObjectInsertedInTheMiddleStaysThere() throws Exception {
        Hub hub = HubmarkFactory.eINSTANCE.createHub();

        roundTrip(AddCommand.create(domain, hubModel(), HubmarkPackage.Literals.HUB_MODEL__ELEMENTS, hub, 1));

        assertSame(hub, hubModel().getElements().get(1));
    }

    @Test
    void aCopyGetsIdsOfItsOwn() throws Exception {
        domain.getCommandStack().execute(AddCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__FACTS,
                HubmarkFactory.eINSTANCE.createFact()));
        Command copy = CopyCommand.create(domain, tsukuba());
        Hub copied = (Hub) EcoreUtil.copy(tsukuba());

        roundTrip(AddCommand.create(domain, hubModel(), HubmarkPackage.Literals.HUB_MODEL__ELEMENTS, copied));

        assertTrue(copy.canExecute());
        assertNotEquals(TSUKUBA, Session.id(copied));
        assertNotEquals(tsukuba().getFacts().getFirst().getId(), copied.getFacts().getFirst().getId());
    }

    @Test
    void replacingAQuantityDeletesTheOldOne() throws Exception {
        Fact fact = HubmarkFactory.eINSTANCE.createFact();
        fact.setQuantity(HubmarkFactory.eINSTANCE.createQuantity());
        domain.getCommandStack()
                .execute(AddCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__FACTS, fact));
        Quantity other = HubmarkFactory.eINSTANCE.createQuantity();
        other.setRaw("约300");

        roundTrip(SetCommand.create(domain, fact, HubmarkPackage.Literals.FACT__QUANTITY, other));
    }

    @Test
    void movingAFactToAnotherElementIsAMove() throws Exception {
        Fact fact = HubmarkFactory.eINSTANCE.createFact();
        domain.getCommandStack()
                .execute(AddCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__FACTS, fact));

        roundTrip(AddCommand.create(domain, licensing(), HubmarkPackage.Literals.ELEMENT__FACTS, fact));

        assertSame(licensing(), fact.eContainer());
    }

    @Test
    void aCommandThatChangesNothingLeavesNoStep() throws Exception {
        CompoundCommand command = new CompoundCommand("there and back");
        command.append(SetCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__NAME_EN, "Tsukuba"));
        command.append(SetCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__NAME_EN, null));

        domain.getCommandStack().execute(command);

        assertFalse(session.canUndo());
        assertEquals(1, session.revision());
    }

    @Test
    void aCommandThatFailsHalfWayLeavesNothingBehind() throws Exception {
        List<ObjectState> before = model(session);
        CompoundCommand command = new CompoundCommand("fails") {
            @Override
            public void execute() {
                super.execute();
                throw new IllegalStateException("half way");
            }
        };
        command.append(SetCommand.create(domain, tsukuba(), HubmarkPackage.Literals.ELEMENT__NAME_EN, "Tsukuba"));

        assertThrows(IllegalStateException.class,
                () -> domain.getCommandStack().execute(command));

        assertEquals(before, model(session));
        assertFalse(session.canUndo());
    }

    @Test
    void anObjectIsFoundByTheFragmentOfItsUri() {
        EObject hub = tsukuba();

        assertEquals(TSUKUBA.toString(), hub.eResource().getURIFragment(hub));
        assertSame(hub, hub.eResource().getEObject(TSUKUBA.toString()));
    }

    /** Executes a command, undoes and redoes it, and compares the whole state each time, here and in the store. */
    private void roundTrip(Command command) throws Exception {
        sample.assertSame(session);
        List<ObjectState> before = model(session);
        domain.getCommandStack().execute(command);
        sample.assertSame(session);
        List<ObjectState> after = model(session);
        assertNotEquals(before, after);

        assertEquals(Optional.empty(), session.undo());
        assertEquals(before, model(session));
        sample.assertSame(session);

        assertEquals(Optional.empty(), session.redo());
        assertEquals(after, model(session));
        sample.assertSame(session);
        sync(session);
    }

    private Hub tsukuba() {
        return session.find(TSUKUBA, Hub.class);
    }

    private Mechanism licensing() {
        return session.find(LICENSING, Mechanism.class);
    }

    private HubModel hubModel() {
        return session.find(MODEL, HubModel.class);
    }
}
