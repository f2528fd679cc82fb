package org.hubmark.core.nls;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The visible sentences of one package, from its {@code messages.properties} and {@code messages_zh.properties} (UTF-8).
 * Immutable; safe on any thread. Any language but Chinese gets English, whatever the default locale is.
 */
public final class Messages {

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The messages of the package of {@code neighbour}, in this language. */
    public static Messages of(Class<?> neighbour, Locale locale) {
        Locale language = isChinese(locale) ? Locale.CHINESE : Locale.ROOT;
        ResourceBundle bundle = ResourceBundle.getBundle(neighbour.getPackageName() + ".messages", language,
                neighbour.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Messages(bundle, isChinese(locale) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** The messages of the package of {@code neighbour}, in the language of the user. */
    public static Messages of(Class<?> neighbour) {
        return of(neighbour, Locale.getDefault(Locale.Category.DISPLAY));
    }

    public static boolean isChinese(Locale locale) {
        return "zh".equals(locale.getLanguage());
    }

    /** The language of these messages: simplified Chinese or English. */
    public Locale locale() {
        return locale;
    }

    /**
     * A message. With arguments it is a {@link MessageFormat} pattern; without, it is taken as it stands.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** A message as it stands, or {@code otherwise} if there is no such key. */
    public String getOr(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }
}
