package org.hubmark.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.hubmark.core.store.QueryResult;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ResultFormatTest {

    private final QueryResult hubs = new QueryResult(List.of("name", "metrics"),
            List.of(Arrays.asList("筑波", new BigDecimal("5")), Arrays.asList("a, \"b\"\nc", null)), false);

    @Test
    void aTableCountsChineseCharactersAsTwoColumns() {
        assertEquals("""
                name      metrics
                -----------------
                筑波      5
                a, "b" c
                """, written(ResultFormat.TABLE));
    }

    @Test
    void csvQuotesWhatWouldBreakALine() {
        assertEquals("name,metrics\n筑波,5\n\"a, \"\"b\"\"\nc\",\n", written(ResultFormat.CSV));
    }

    @Test
    void jsonKeepsNumbersAndNulls() {
        assertEquals("""
                [
                  {
                    "name": "筑波",
                    "metrics": 5
                  },
                  {
                    "name": "a, \\"b\\"\\nc",
                    "metrics": null
                  }
                ]
                """, written(ResultFormat.JSON));
    }

    private String written(ResultFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(hubs, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
