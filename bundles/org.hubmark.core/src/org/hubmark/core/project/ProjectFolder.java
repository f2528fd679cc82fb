package org.hubmark.core.project;

import java.nio.file.Path;

import org.hubmark.core.store.StoreLocation;

/** The folder of a project that one machine keeps: its database file and the outbox of its sessions. */
public record ProjectFolder(Path folder) implements ProjectPlace {

    /** The name of the sample project's folder, which is made at the first start. */
    public static final String SAMPLE = "innovation-hubs";

    /** The folder of the project with this name below the data folder of the product. */
    public static ProjectFolder of(Path data, String name) {
        return new ProjectFolder(data.resolve("projects").resolve(name));
    }

    /** The embedded database, which is made if it is not there. */
    public StoreLocation database() {
        return new StoreLocation.Embedded(folder.resolve("hubmark"), true);
    }

    @Override
    public String name() {
        return folder.getFileName().toString();
    }
}
