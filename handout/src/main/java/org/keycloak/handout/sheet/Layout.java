package org.keycloak.handout.sheet;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** What is where on a sheet. */
interface Layout {

    void draw(PDPageContentStream out, Wording wording, Area area) throws IOException;
}
