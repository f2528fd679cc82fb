package org.hubmark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.provider.ComposedImage;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.model.provider.HubmarkItemProviderAdapterFactory;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the model looks: each class has an SVG icon, each class, feature and literal a label in both languages. */
@ExtendWith(NoErrorsLogged.class)
class ModelAppearanceTest {

    @Test
    void everyClassHasAnSvgIconThatCanBeRead() throws Exception {
        HubmarkItemProviderAdapterFactory factory = new HubmarkItemProviderAdapterFactory();
        for (EClass type : classes()) {
            if (type.isAbstract()) {
                continue;
            }
            EObject object = HubmarkFactory.eINSTANCE.create(type);
            IItemLabelProvider provider = (IItemLabelProvider) factory.adapt(object, IItemLabelProvider.class);
            try (InputStream svg = URI.create(icon(provider.getImage(object))).toURL().openStream()) {
                assertTrue(new String(svg.readAllBytes()).startsWith("<svg"), type.getName());
            }
        }
    }

    @Test
    void everyClassFeatureAndLiteralHasALabelInBothLanguages() throws Exception {
        for (String file : List.of("plugin.properties", "plugin_zh.properties")) {
            Properties labels = new Properties();
            Path path = Originals.root().resolve("bundles/org.hubmark.model.edit").resolve(file);
            try (var in = Files.newBufferedReader(path)) {
                labels.load(in);
            }
            List<String> missing = new ArrayList<>(labelKeys());
            missing.removeIf(labels::containsKey);
            assertEquals(List.of(), missing, file);
        }
    }

    private static String icon(Object image) {
        return image instanceof ComposedImage composed ? icon(composed.getImages().getFirst()) : image.toString();
    }

    private static List<EClass> classes() {
        return HubmarkPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance)
                .map(EClass.class::cast).toList();
    }

    private static List<String> labelKeys() {
        List<String> keys = new ArrayList<>();
        for (EClass type : classes()) {
            keys.add("_UI_" + type.getName() + "_type");
            for (EStructuralFeature feature : type.getEStructuralFeatures()) {
                keys.add("_UI_" + type.getName() + "_" + feature.getName() + "_feature");
            }
        }
        HubmarkPackage.eINSTANCE.getEClassifiers().stream().filter(EEnum.class::isInstance).map(EEnum.class::cast)
                .forEach(e -> e.getELiterals().stream().map(EEnumLiteral::getName)
                        .forEach(l -> keys.add("_UI_" + e.getName() + "_" + l + "_literal")));
        return keys;
    }
}
