package org.keycloak.handout.sheet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The picture of a sheet in the documentation: {@code mvn test -pl handout -am -Ppictures -Dpictures=docs/images}. */
class SheetPictureTest {

    private static final float WIDTH = 800;

    @Test
    void sheetScansFromThePicture() throws Exception {
        SheetStyle style = Sheets.style("--language=en-GB", "--contact=the help desk");
        BufferedImage picture;
        try (PDDocument book = Sheets.book(style, Sheets.alice())) {
            picture = new PDFRenderer(book).renderImage(0, WIDTH / style.paper().size().getWidth());
        }
        Graphics2D edge = picture.createGraphics();
        edge.setColor(Color.LIGHT_GRAY);
        edge.drawRect(0, 0, picture.getWidth() - 1, picture.getHeight() - 1);
        edge.dispose();
        Path directory = Files.createDirectories(Path.of(System.getProperty("repository")).resolve(System.getProperty("pictures")));
        Path file = directory.resolve("totp-handout-sheet.png");
        ImageIO.write(picture, "png", file.toFile());
        assertEquals(Sheets.alice().keyUri(), Sheets.scan(ImageIO.read(file.toFile())));
    }
}
