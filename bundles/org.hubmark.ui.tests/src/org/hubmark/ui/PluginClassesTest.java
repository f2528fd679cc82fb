package org.hubmark.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.runtime.Platform;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What plugin.xml names is there, so that nothing fails only when a user clicks on it. */
@ExtendWith(NoErrorsLogged.class)
class PluginClassesTest {

    private static final List<String> CLASS_ATTRIBUTES = List.of("class", "defaultHandler");

    @ParameterizedTest
    @ValueSource(strings = {"org.hubmark.ui", "org.hubmark.app"})
    void everyClassNamedInAPluginLoads(String name) throws Exception {
        Bundle bundle = Platform.getBundle(name);
        List<String> names = attributes(bundle, CLASS_ATTRIBUTES);
        assertFalse(names.isEmpty());
        List<String> missing = new ArrayList<>();
        for (String className : names) {
            try {
                bundle.loadClass(className.split(":")[0]);
            } catch (ClassNotFoundException e) {
                missing.add(className);
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.hubmark.ui", "org.hubmark.app"})
    void everyIconNamedInAPluginIsThere(String name) throws Exception {
        Bundle bundle = Platform.getBundle(name);
        for (String icon : attributes(bundle, List.of("icon"))) {
            String prefix = "platform:/plugin/";
            Bundle owner = icon.startsWith(prefix) ? Platform.getBundle(icon.substring(prefix.length()).split("/")[0])
                    : bundle;
            String path = icon.startsWith(prefix) ? icon.substring(icon.indexOf('/', prefix.length()) + 1) : icon;
            assertNotNull(owner.getEntry(path), icon);
        }
    }

    private static List<String> attributes(Bundle bundle, List<String> names) throws Exception {
        try (InputStream in = bundle.getEntry("plugin.xml").openStream()) {
            NodeList elements = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
                    .getElementsByTagName("*");
            List<String> values = new ArrayList<>();
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                names.stream().map(element::getAttribute).filter(v -> v.contains(".")).forEach(values::add);
            }
            return values;
        }
    }
}
