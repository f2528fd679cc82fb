package org.hubmark.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.hubmark.core.nls.Messages;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.Mechanism;
import org.hubmark.model.Project;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ChoicesTest {

    private final Choices choices = new Choices(List.of(choice("人才", "Talent"), choice("容错机制", "Failure tolerance"),
            choice("科技成果转化", "Technology transfer"), choice("天才计划", "Talented people programme")));

    @Test
    void pinyinInitialsFindAChineseName() {
        assertEquals(List.of("人才", "容错机制"), found("rc"));
        assertEquals(List.of("科技成果转化"), found("kjcg"));
    }

    @Test
    void anyPartOfTheEnglishNameFinds() {
        assertEquals(List.of("容错机制"), found("toler"));
    }

    @Test
    void aWholeNameComesBeforeABeginningAndABeginningBeforeAMiddle() {
        assertEquals(List.of("人才", "天才计划"), found("talent"));
        assertEquals(List.of("人才", "科技成果转化", "天才计划", "容错机制"), found("t"));
    }

    @Test
    void nothingTypedShowsAll() {
        assertEquals(4, choices.matching("  ", 10).size());
        assertEquals(2, choices.matching("", 2).size());
    }

    @Test
    void elementsAreFoundByAliasAndKeyAndSayWhereTheyBelong() {
        Project project = HubmarkFactory.eINSTANCE.createProject();
        project.setHubModel(HubmarkFactory.eINSTANCE.createHubModel());
        var hub = HubmarkFactory.eINSTANCE.createHub();
        hub.setId(UUID.randomUUID().toString());
        hub.setNameZh("筑波");
        Mechanism mechanism = HubmarkFactory.eINSTANCE.createMechanism();
        mechanism.setId(UUID.randomUUID().toString());
        mechanism.setNameZh("共享设备");
        mechanism.setKey("mech.shared");
        mechanism.getAliases().add("公共仪器");
        mechanism.getHubs().add(hub);
        project.getHubModel().getElements().addAll(List.of(hub, mechanism));
        Choices elements = Choices.elements(project, new Names(Messages.of(Names.class, Locale.CHINESE)));
        assertEquals("共享设备", elements.matching("公共", 5).getFirst().label());
        assertEquals("筑波", elements.matching("mech.sh", 5).getFirst().detail());
    }

    private List<String> found(String typed) {
        return choices.matching(typed, 10).stream().map(Choice::label).toList();
    }

    private static Choice choice(String zh, String en) {
        return Choice.of(UUID.randomUUID(), "Code", zh, "", List.of(zh, en));
    }
}
