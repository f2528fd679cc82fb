package org.hubmark.core.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The packs that come with the program. Immutable; safe on any thread. */
public final class PackLibrary {

    private static final String DIGEST = "digest.";

    private final List<Pack> packs;

    private PackLibrary(List<Pack> packs) {
        this.packs = List.copyOf(packs);
    }

    /** Reads every file in the folder {@code packs}. Blocks. */
    public static PackLibrary read(SeedFolder seeds) throws IOException {
        List<Pack> packs = new ArrayList<>();
        for (String name : seeds.names("packs", ".json")) {
            packs.add(PackReader.read(seeds, name));
        }
        return new PackLibrary(packs);
    }

    /** The pack of a file, recognised by the file or by its text. */
    public Optional<Pack> find(String fileSha256, String textSha256) {
        return packs.stream().filter(pack -> pack.textSha256().equals(textSha256)
                || pack.fileSha256().equals(fileSha256)).findFirst();
    }

    /** The packs of briefings that users bring themselves. */
    public List<Pack> originals() {
        return packs.stream().filter(pack -> !pack.key().startsWith(DIGEST)).toList();
    }

    /** The packs of briefings that come with the program. */
    public List<Pack> digests() {
        return packs.stream().filter(pack -> pack.key().startsWith(DIGEST)).toList();
    }
}
