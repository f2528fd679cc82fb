package org.hubmark.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/**
 * Generates the model or edit code of a GenModel with no workspace. Arguments: the folder of the bundles, the GenModel
 * (relative to it), "model" or "edit", and a staging folder. The generated source folder is moved to its bundle; of
 * the other generated files (plugin.properties) only those that the bundle has not are copied. The generator knows only
 * GIF icons, so the item providers are made to answer the address of an SVG instead, and its icons are left behind.
 */
public final class Main {

    private static final Pattern ICON = Pattern.compile("getResourceLocator\\(\\)\\.getImage\\(\"([^\"]+)\"\\)");

    private Main() {
    }

    public static void main(String[] args) throws IOException {
        Path bundles = Path.of(args[0]).toRealPath();
        String genModelPath = args[1];
        boolean edit = "edit".equals(args[2]);
        Path staging = Path.of(args[3]).toAbsolutePath().normalize();
        delete(staging);

        try (Stream<Path> dirs = Files.list(bundles)) {
            dirs.filter(Files::isDirectory).forEach(d -> EcorePlugin.getPlatformResourceMap()
                    .put(d.getFileName().toString(), URI.createFileURI(staging.resolve(d.getFileName()) + "/")));
        }
        ResourceSet set = new ResourceSetImpl();
        set.getResourceFactoryRegistry().getExtensionToFactoryMap().put("*", new EcoreResourceFactoryImpl());
        set.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));
        GenModelPackage.eINSTANCE.eClass();
        Resource resource = set.getResource(URI.createFileURI(bundles.resolve(genModelPath).toString()), true);
        GenModel genModel = (GenModel) resource.getContents().get(0);
        genModel.setValidateModel(true);
        genModel.setCanGenerate(true);
        genModel.reconcile();
        Diagnostic valid = genModel.diagnose();
        if (valid.getSeverity() >= Diagnostic.ERROR) {
            throw new IllegalStateException(valid.toString());
        }

        GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(GenModelPackage.eNS_URI,
                GenModelGeneratorAdapterFactory.DESCRIPTOR);
        Generator generator = new Generator();
        generator.setInput(genModel);
        Object type = edit ? GenBaseGeneratorAdapter.EDIT_PROJECT_TYPE : GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE;
        Diagnostic result = generator.generate(genModel, type, new BasicMonitor());
        if (result.getSeverity() >= Diagnostic.WARNING) {
            throw new IllegalStateException(result.toString());
        }

        String dir = edit ? genModel.getEditDirectory() : genModel.getModelDirectory();
        delete(bundles.resolve(dir.substring(1)));
        try (Stream<Path> all = Files.walk(staging)) {
            for (Path p : all.filter(Files::isRegularFile).toList()) {
                Path to = bundles.resolve(staging.relativize(p));
                if (!Files.exists(to) && !p.toString().endsWith(".gif")) {
                    Files.createDirectories(to.getParent());
                    Files.writeString(to, withSvgIcons(Files.readString(p)));
                }
            }
        }
    }

    private static String withSvgIcons(String source) {
        return ICON.matcher(source).replaceAll(
                "org.eclipse.emf.common.util.URI.createURI(getResourceLocator().getBaseURL() + \"icons/$1.svg\")");
    }

    private static void delete(Path dir) throws IOException {
        if (Files.exists(dir)) {
            try (Stream<Path> all = Files.walk(dir)) {
                for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(p);
                }
            }
        }
    }
}
