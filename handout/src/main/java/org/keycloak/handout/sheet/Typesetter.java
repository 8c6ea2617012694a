package org.keycloak.handout.sheet;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks text into lines. */
final class Typesetter {

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int REMEMBERED = 500;

    private final Shaper shaper;
    private final Map<Key, List<Line>> paragraphs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Line>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Key(String text, Face face, float width, int direction) {
    }

    Typesetter(Shaper shaper) {
        this.shaper = shaper;
    }

    /**
     * Breaks where the language allows it, and inside a word that is longer than a line.
     *
     * @param width the width of a line, in parts of the font's size
     * @param direction one of the directions of {@link Bidi}
     */
    List<Line> paragraph(String text, Face face, float width, int direction, Locale locale) {
        Key key = new Key(text, face, width, direction);
        List<Line> lines = paragraphs.get(key);
        if (lines == null) {
            lines = broken(clean(text), face, width, direction, locale);
            paragraphs.put(key, lines);
        }
        return lines;
    }

    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s|\\p{Cntrl}", " ").strip();
    }

    private List<Line> broken(String text, Face face, float width, int direction, Locale locale) {
        BreakIterator places = BreakIterator.getLineInstance(locale);
        places.setText(text);
        List<Line> lines = new ArrayList<>();
        int from = 0;
        Line fits = null;
        int end = 0;
        for (int place = places.next(); place != BreakIterator.DONE;) {
            if (insideWord(text, place)) {
                place = places.next();
                continue;
            }
            Line line = shaper.line(text.substring(from, place), face, direction);
            if (line.width() <= width) {
                fits = line;
                end = place;
                place = places.next();
            } else if (fits != null) {
                lines.add(fits);
                fits = null;
                from = end;
            } else {
                Line part = longest(text.substring(from, place), face, width, direction);
                lines.add(part);
                from += part.length();
            }
        }
        if (fits != null) {
            lines.add(fits);
        }
        return lines;
    }

    /** Java breaks after the colon of 14:00 and after the apostrophe of d’un. */
    private static boolean insideWord(String text, int place) {
        return place < text.length() && ":'’".indexOf(text.charAt(place - 1)) >= 0 && Character.isLetterOrDigit(text.charAt(place));
    }

    /** The part of a word that fits into a line, and at least one cluster. */
    private Line longest(String word, Face face, float width, int direction) {
        Matcher cluster = CLUSTER.matcher(word);
        Line longest = null;
        while (cluster.find()) {
            Line line = shaper.line(word.substring(0, cluster.end()), face, direction);
            if (longest != null && line.width() > width) {
                break;
            }
            longest = line;
        }
        return longest;
    }
}
