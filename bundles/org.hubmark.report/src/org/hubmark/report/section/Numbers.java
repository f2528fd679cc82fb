package org.hubmark.report.section;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.stream.Stream;

import org.hubmark.core.nls.Messages;

/** Writes the numbers that were read from a source as a reader says them: 5亿 or 500 million, 2/3. Immutable. */
final class Numbers {

    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000_000);

    private final Messages messages;

    Numbers(Messages messages) {
        this.messages = messages;
    }

    String decimal(BigDecimal number) {
        String scaled = scaled(number);
        return scaled == null ? digits(number) : scaled;
    }

    /** Both ends in figures, unless both are large. */
    String range(BigDecimal low, BigDecimal high) {
        boolean large = scaled(low) != null && scaled(high) != null;
        return messages.get("quantity.range", large ? scaled(low) : digits(low), large ? scaled(high) : digits(high));
    }

    private String digits(BigDecimal number) {
        String fraction = fraction(number);
        return fraction == null ? plain(number) : fraction;
    }

    private String plain(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(messages.locale());
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** From a million on, if no more than two decimals are left; null otherwise. */
    private String scaled(BigDecimal number) {
        if (number.compareTo(LARGE) < 0) {
            return null;
        }
        for (String scale : messages.get("number.scales").split(";")) {
            String[] parts = scale.split(" ");
            BigDecimal rest = number.movePointLeft(Integer.parseInt(parts[0])).stripTrailingZeros();
            if (rest.compareTo(BigDecimal.ONE) >= 0) {
                return rest.scale() > 2 ? null : messages.get("number.scaled", plain(rest), parts[1]);
            }
        }
        return null;
    }

    /** Thirds, sixths, sevenths and ninths, which a decimal only comes near; null if it is something else. */
    private static String fraction(BigDecimal number) {
        if (number.scale() < 4 || number.signum() <= 0 || number.compareTo(BigDecimal.ONE) >= 0) {
            return null;
        }
        return Stream.of(3, 6, 7, 9).map(BigDecimal::valueOf).flatMap(denominator -> {
            BigDecimal numerator = number.multiply(denominator).setScale(0, RoundingMode.HALF_UP);
            boolean near = numerator.divide(denominator, number.scale(), RoundingMode.HALF_UP).compareTo(number) == 0;
            return near ? Stream.of(numerator + "/" + denominator) : Stream.empty();
        }).findFirst().orElse(null);
    }
}
