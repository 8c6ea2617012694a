package org.keycloak.testsuite.performance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What is measured and how: the defaults, and what {@code -Dmeasure} says instead.
 */
final class Options {

    private static final JsonMapper READER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS).build();

    public List<Measurements.Name> measurements = List.of(Measurements.Name.values());
    public List<String> databases = List.of("h2", "postgres");
    /** Features of the servers, such as {@code stateless}. */
    public List<String> features = List.of();
    /** Number of requests at the same time. */
    public int clients = 8;
    /** Calls of one subject in one round. */
    public int calls = 300;
    /** Rounds that don't count, before the rounds that do: a server is compiled while it serves. */
    public int warmUp = 10;
    public int rounds = 8;
    /** Throughput: users of the realm. */
    public int users = 10_000;
    /** Growth: users of each realm. Coverage: the greatest number counts. */
    public List<Integer> sizes = List.of(1_000, 10_000, 100_000);

    /**
     * @param text such as {@code logins,databases=h2+postgres,clients=4}: an entry without a name is a measurement. {@code true}, which Maven
     *     makes of {@code -Dmeasure} alone, is the defaults
     */
    static Options parse(String text) {
        if (text.equals("true")) {
            return new Options();
        }
        Map<String, List<String>> values = new HashMap<>();
        for (String entry : text.split(",")) {
            int equals = entry.indexOf('=');
            String name = equals < 0 ? "measurements" : entry.substring(0, equals);
            values.computeIfAbsent(name, none -> new ArrayList<>()).addAll(List.of(entry.substring(equals + 1).split("\\+")));
        }
        return READER.convertValue(values, Options.class);
    }
}
