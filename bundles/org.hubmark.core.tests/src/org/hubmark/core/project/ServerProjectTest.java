package org.hubmark.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.UUID;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ServerProjectTest {

    private static final Path DATA = Path.of("data");
    private static final UUID PROJECT = UUID.fromString("01a21911-a52c-7684-aca5-1647371e5385");

    private static ServerProject at(String address, String account) {
        return ServerProject.of(DATA, ServerAddress.parse(address), account, PROJECT, "Hubs");
    }

    @Test
    void eachAccountOnEachDatabaseHasAFolderOfItsOwn() {
        Path folder = at("host/hubs", "ada").folder();
        assertEquals(DATA.resolve("servers"), folder.getParent());
        assertTrue(at("host/hubs", "ada").outbox().startsWith(folder));
        assertNotEquals(folder, at("host/hubs", "bo").folder());
        assertNotEquals(folder, at("host/policy", "ada").folder());
        assertNotEquals(folder, at("host:1/hubs", "ada").folder());
    }

    @Test
    void theFolderTellsNothingAboutTheTeam() {
        assertTrue(at("host/政策", "林晓").folder().getFileName().toString().matches("[0-9a-f]{24}"));
    }

    @Test
    void theSamePlaceHasTheSameFolderHoweverItIsWritten() {
        assertEquals(at("host/hubs", "ada").folder(), at("hubmark://host:9723/hubs", "Ada").folder());
        assertTrue(at("host/hubs", "ada").isOwn("ADA"));
        assertFalse(at("postgresql://host/hubs", "ada").isOwn("ADA"));
        assertNotEquals(at("postgresql://host/hubs", "ada").folder(), at("postgresql://host/hubs", "Ada").folder());
    }
}
