package org.hubmark.ui.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Country names in the user's language: the model keeps them as its briefings write them, in Chinese or in English. */
final class Countries {

    private final Map<String, String> shown = new HashMap<>();
    private final Locale locale;

    Countries(Locale locale) {
        this.locale = locale;
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            String name = country.getDisplayCountry(locale);
            shown.put(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE), name);
            shown.put(country.getDisplayCountry(Locale.ENGLISH), name);
        }
        shown.put("中国澳门", Locale.of("", "MO").getDisplayCountry(locale));
        shown.put("中国香港", Locale.of("", "HK").getDisplayCountry(locale));
    }

    /** The name as it is, if it is not that of a country. */
    String show(String name) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? name : shown.getOrDefault(name, name);
    }
}
