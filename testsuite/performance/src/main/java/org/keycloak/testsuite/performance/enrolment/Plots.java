package org.keycloak.testsuite.performance.enrolment;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.keycloak.testsuite.performance.Measured;

import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.colors.ColorBlindFriendlySeriesColors;

/**
 * What the tables say, to look at.
 */
final class Plots {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 560;

    private Plots() {
    }

    static CategoryChart throughputRatios(Map<String, List<Measured>> databases) {
        CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT)
                .title("Calls per second, as a ratio to " + plain(Subject.BASE.name())).yAxisTitle("ratio").build();
        style(chart.getStyler());
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setXAxisLabelRotation(20);
        databases.forEach((database, subjects) -> {
            List<String> names = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (Measured subject : subjects) {
                names.add(plain(subject.name()));
                ratios.add(Math.round(subject.throughputRatios(Throughput.base(subjects)).median() * 100) / 100.0);
            }
            chart.addSeries(database, names, ratios);
        });
        return chart;
    }

    /** A line for each subject. The steps are as far from each other as they are in number, not in size: each is ten or two times the last. */
    static CategoryChart lines(String title, String x, String y, Map<Integer, List<Measured>> steps, ToDoubleFunction<Measured> value) {
        CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(x).yAxisTitle(y).build();
        style(chart.getStyler());
        chart.getStyler().setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Line);
        chart.getStyler().setOverlapped(true); // not beside each other, as bars are
        List<String> labels = steps.keySet().stream().map(step -> String.format(Locale.ROOT, "%,d", step)).toList();
        for (int subject = 0; subject < Subject.ALL.size(); subject++) {
            List<Double> values = new ArrayList<>();
            for (List<Measured> step : steps.values()) {
                values.add(value.applyAsDouble(step.get(subject)));
            }
            chart.addSeries(plain(Subject.ALL.get(subject).name()), labels, values);
        }
        return chart;
    }

    static XYChart line(String title, String x, String y, List<? extends Number> xs, List<? extends Number> ys) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(x).yAxisTitle(y).build();
        style(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.addSeries(y, xs, ys);
        return chart;
    }

    /** From zero on, so that twice as much looks like it. */
    private static void style(AxesChartStyler styler) {
        styler.setYAxisMin(0.0);
        styler.setLegendPosition(LegendPosition.OutsideE);
        styler.setChartBackgroundColor(Color.WHITE);
        Color[] colors = new ColorBlindFriendlySeriesColors().getSeriesColors();
        styler.setSeriesColors(Arrays.copyOfRange(colors, 1, colors.length)); // without black, which hides labels
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }
}
