package org.hubmark.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorsLogged.class)
class ChangeSetCodecTest {

    private static final UUID HUB = Ids.ofKey("hub.a");
    private static final UUID MODEL = Ids.ofKey("model");

    @Test
    void everyKindOfStepComesBackAsItWas() throws Exception {
        Placement first = new Placement(MODEL, "elements", "V");
        Placement second = new Placement(MODEL, "elements", "k");
        ObjectState hub = new ObjectState(HUB, "Hub", first,
                Map.of("nameZh", Value.of("创新“枢纽”\n<1> 𠀀"), "size", Value.of(new BigDecimal("12.50")), "open",
                        Value.of(true), "partOf", Value.ref(MODEL)),
                Map.of("aliases", Set.of(Value.of("甲"), Value.of("乙")), "families", Set.of(Value.ref(MODEL))));
        ChangeSet all = new ChangeSet(Ids.next(), Ids.next(), Ids.next(), 7, "New hub", Ids.next(),
                List.of(new Change.Create(hub), new Change.Delete(hub), new Change.Restore(hub),
                        new Change.Put(HUB, "nameEn", null, Value.of("A")),
                        new Change.Put(HUB, "nameEn", Value.of("A"), null),
                        new Change.Add(HUB, "aliases", Value.of("丙")),
                        new Change.Remove(HUB, "families", Value.ref(MODEL)),
                        new Change.Move(HUB, first, second), new Change.Move(HUB, null, first)));

        assertEquals(all, ChangeSetCodec.read(ChangeSetCodec.write(all)));
    }

    @Test
    void aChangeSetThatUndoesNothingComesBackWithoutIt() throws Exception {
        ChangeSet plain = new ChangeSet(Ids.next(), Ids.next(), Ids.next(), 0, "", null, List.of());

        assertEquals(plain, ChangeSetCodec.read(ChangeSetCodec.write(plain)));
    }

    @Test
    void valuesAreReadableJson() throws Exception {
        assertEquals("\"约 35%\"", ChangeSetCodec.writeValue(Value.of("约 35%")));
        assertEquals("12.5", ChangeSetCodec.writeValue(Value.of(new BigDecimal("12.50"))));
        assertEquals("true", ChangeSetCodec.writeValue(Value.of(true)));
        assertEquals("{\"ref\":\"" + HUB + "\"}", ChangeSetCodec.writeValue(Value.ref(HUB)));
        assertEquals("null", ChangeSetCodec.writeValue(null));
        assertNull(ChangeSetCodec.readValue("null"));
    }

    @Test
    void aNumberKeepsAllItsDigits() throws Exception {
        Value many = Value.of(new BigDecimal("1234567890123456789012345678901234567890.000000001"));

        assertEquals(many, ChangeSetCodec.readValue(ChangeSetCodec.writeValue(many)));
        assertEquals(Value.of(3_000_000), ChangeSetCodec.readValue(ChangeSetCodec.writeValue(Value.of(3_000_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"create\":1}", "{\"wish\":\"x\"}",
            "{\"put\":\"1-1-1-1-1\",\"feature\":\"a\",\"old\":null,\"now\":1}",
            "{\"put\":\"00000000-0000-0000-0000-000000000001\",\"feature\":\"a\",\"now\":1}",
            "{\"put\":\"00000000-0000-0000-0000-000000000001\",\"feature\":\"\",\"old\":null,\"now\":1}",
            "{\"put\":\"00000000-0000-0000-0000-000000000001\",\"feature\":\"a\",\"old\":null,\"now\":[1]}",
            "{\"put\":\"00000000-0000-0000-0000-000000000001\",\"feature\":\"a\",\"old\":null,\"now\":1e999}",
            "{\"put\":\"00000000-0000-0000-0000-000000000001\",\"feature\":\"a\",\"old\":null,\"now\":1,\"more\":1}",
            "{\"put\":\"00000000-0000-0000-0000-000000000001\",\"feature\":\"a\",\"old\":null,\"now\":1} more",
            "{\"put\":'00000000-0000-0000-0000-000000000001',feature:a,old:null,now:1}",
            "{\"add\":\"00000000-0000-0000-0000-000000000001\",\"feature\":\"a\",\"item\":null}"})
    void whatIsNoChangeIsRefused(String json) {
        assertThrows(MalformedChangeSetException.class, () -> ChangeSetCodec.readChange(json));
    }

    @Test
    void aCutOffChangeSetIsRefused() {
        String whole = ChangeSetCodec.write(new ChangeSet(Ids.next(), Ids.next(), Ids.next(), 3, "x", null,
                List.of(new Change.Add(HUB, "aliases", Value.of("a")))));

        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThrows(MalformedChangeSetException.class, () -> ChangeSetCodec.read(cut));
        }
    }
}
