package org.hubmark.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;

/** The folder that the product keeps projects, settings and logs of this user in: the instance area of the platform. */
public final class DataFolder {

    private DataFolder() {
    }

    /** @throws IllegalStateException if the product was started without one */
    public static Path current() {
        try {
            // the platform does not escape blanks in this address
            return Path.of(new URI(Platform.getInstanceLocation().getURL().toString().replace(" ", "%20")));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the data folder has no valid address", e);
        }
    }
}
