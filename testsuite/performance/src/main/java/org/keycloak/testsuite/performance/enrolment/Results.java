package org.keycloak.testsuite.performance.enrolment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.keycloak.testsuite.performance.Measured;
import org.keycloak.testsuite.performance.Turn;

import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Files of one directory. Those of a part and a database take the place of those of a former run.
 */
record Results(Path directory) {

    Results {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalStateException("No directory for the results", e);
        }
    }

    /** It is printed as well. */
    void table(String part, Database database, String title, String table) throws IOException {
        System.out.println("\n" + title + "\n\n" + table);
        Files.writeString(directory.resolve(part + "-" + database.id() + ".md"), "## " + title + "\n\n" + table);
    }

    /** Each that was measured, so that other figures can be made of them. */
    void latencies(String part, Database database, Map<String, List<Measured>> steps) throws IOException {
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(directory.resolve(part + "-" + database.id() + "-latencies.csv")))) {
            file.println("step,call,round,nanoseconds");
            steps.forEach((step, subjects) -> subjects.forEach(subject -> write(step, subject, file)));
        }
    }

    private static void write(String step, Measured subject, PrintWriter file) {
        int round = 1;
        for (Turn turn : subject.turns()) {
            for (long latency : turn.latencies()) {
                file.println('"' + step + "\",\"" + subject.name() + "\"," + round + "," + latency);
            }
            round++;
        }
    }

    void plot(String name, Chart<?, ?> chart) throws IOException {
        String file = directory.resolve(name).toString();
        VectorGraphicsEncoder.saveVectorGraphic(chart, file, VectorGraphicsFormat.SVG);
        BitmapEncoder.saveBitmap(chart, file, BitmapFormat.PNG);
    }
}
