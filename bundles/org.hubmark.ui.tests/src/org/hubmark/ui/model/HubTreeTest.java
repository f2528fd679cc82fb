package org.hubmark.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Locale;

import org.hubmark.core.nls.Messages;
import org.hubmark.model.Element;
import org.hubmark.model.Family;
import org.hubmark.model.Hub;
import org.hubmark.model.HubModel;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.Mechanism;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class HubTreeTest {

    private static final HubmarkFactory MAKE = HubmarkFactory.eINSTANCE;

    private final HubModel model = MAKE.createHubModel();
    private final Names names = new Names(Messages.of(Names.class, Locale.CHINESE));
    private final Hub tsukuba = add(MAKE.createHub(), "筑波");
    private final Hub paris = add(MAKE.createHub(), "巴黎");
    private final Family sharing = add(MAKE.createFamily(), "共享");
    private final Mechanism pool = add(MAKE.createMechanism(), "设备共享");

    HubTreeTest() {
        tsukuba.setCountry("日本");
        paris.setCountry("法国");
        pool.getHubs().add(tsukuba);
        pool.getFamilies().add(sharing);
    }

    @Test
    void hubsStandBelowTheirCountries() {
        HubTree tree = new HubTree(model, names, e -> true);
        HubTree.Node japan = node(tree.roots(), "日本");
        assertEquals(List.of("筑波"), labels(tree.children(japan)));
    }

    @Test
    void mechanismsOfAHubAreGatheredByFamily() {
        HubTree tree = new HubTree(model, names, e -> true);
        HubTree.Node hub = tree.children(node(tree.roots(), "日本")).getFirst();
        HubTree.Node mechanisms = tree.children(hub).getFirst();
        HubTree.Node family = tree.children(mechanisms).getFirst();
        assertEquals("共享", ((HubTree.Group) family).label());
        assertEquals(List.of("设备共享"), labels(tree.children(family)));
    }

    @Test
    void aHubWithoutAnythingHasNoChildren() {
        HubTree tree = new HubTree(model, names, e -> true);
        assertFalse(tree.hasChildren(tree.children(node(tree.roots(), "法国")).getFirst()));
    }

    @Test
    void aFilterKeepsTheHubsOfWhatItShows() {
        HubTree tree = new HubTree(model, names, e -> e == pool);
        assertNotNull(node(tree.roots(), "日本"));
        assertNull(node(tree.roots(), "法国"));
    }

    @Test
    void nodesOfTwoTreesAreEqualSoThatTheTreeStaysOpen() {
        HubTree one = new HubTree(model, names, e -> true);
        HubTree other = new HubTree(model, names, e -> true);
        assertEquals(one.roots(), other.roots());
        assertEquals(one.children(one.roots().getFirst()), other.children(other.roots().getFirst()));
        assertEquals(one.find(pool), other.find(pool));
    }

    private <T extends Element> T add(T element, String name) {
        element.setNameZh(name);
        model.getElements().add(element);
        return element;
    }

    private static HubTree.Node node(List<HubTree.Node> nodes, String label) {
        return nodes.stream().filter(n -> n instanceof HubTree.Group g && g.label().equals(label)).findFirst()
                .orElse(null);
    }

    private List<String> labels(List<HubTree.Node> nodes) {
        return nodes.stream().map(n -> names.of(((HubTree.Leaf) n).element())).toList();
    }
}
