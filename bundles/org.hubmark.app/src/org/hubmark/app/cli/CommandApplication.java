package org.hubmark.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.hubmark.app.DataFolder;
import org.hubmark.app.Logging;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The command line of the product. It loads no class of SWT or the workbench, so it runs without a display. Output is
 * UTF-8, whatever the platform's encoding is.
 */
public final class CommandApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws Exception {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        BundleContext bundles = FrameworkUtil.getBundle(CommandApplication.class).getBundleContext();
        Path data = DataFolder.current();
        Logging.start(data);
        try (PrintStream out = utf8(FileDescriptor.out); PrintStream err = utf8(FileDescriptor.err)) {
            Console console = new Console(out, err, Boolean.getBoolean("hubmark.terminal"));
            return new HubmarkCommand(console, new OsgiServices(bundles), data).run(arguments);
        }
    }

    @Override
    public void stop() {
        // a command ends by itself; what it has committed is safe
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
