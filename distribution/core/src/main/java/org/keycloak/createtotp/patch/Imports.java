package org.keycloak.createtotp.patch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;

/**
 * The imports of one of Keycloak's files. A new one goes where the order of Keycloak's build puts it: java and javax, jakarta,
 * org.keycloak, others, static; a blank line between these groups. Imports that are out of order stay as they are: the new one
 * goes next to its nearest kin.
 */
record Imports(JavaSource source, List<ImportDeclaration> imports) {

    private static final List<String> GROUPS = List.of("java.", "jakarta.", "org.keycloak.");
    private static final int OTHERS = GROUPS.size();
    private static final int STATIC = OTHERS + 1;
    private static final Comparator<ImportDeclaration> ALPHABET = Comparator.comparing(ImportDeclaration::getNameAsString);

    Imports(JavaSource source) {
        this(source, source.unit().getImports());
    }

    /**
     * @return the file's text with the import
     * @throws MergeException where another class is imported under the same simple name
     */
    String add(ImportDeclaration addition) {
        if (imports.stream().anyMatch(present -> covers(present, addition))) {
            return source.text();
        }
        imports.stream().filter(present -> clash(present, addition)).findFirst().ifPresent(present -> {
            throw new MergeException(source.path(), "imports " + present.getNameAsString() + ", where " + addition.getNameAsString() + " is needed");
        });
        return insert(addition);
    }

    /**
     * @return the file without those of these imports that it has no use for
     */
    static JavaSource withoutUnused(Collection<ImportDeclaration> imports, JavaSource source) {
        JavaSource rest = source;
        for (ImportDeclaration unused : imports.stream().filter(declaration -> !isUsed(declaration, source)).toList()) {
            Optional<ImportDeclaration> present = rest.unit().getImports().stream().filter(unused::equals).findFirst();
            rest = present.isPresent() ? rest.without(present.get()) : rest;
        }
        return rest;
    }

    static boolean isUsed(ImportDeclaration declaration, JavaSource source) {
        return declaration.isAsterisk() || source.uses(declaration.getName().getIdentifier());
    }

    private String insert(ImportDeclaration addition) {
        String line = (addition.isStatic() ? "import static " : "import ") + addition.getNameAsString() + (addition.isAsterisk() ? ".*;" : ";");
        List<ImportDeclaration> kin = imports.stream().filter(present -> group(present) == group(addition)).toList();
        if (kin.isEmpty()) {
            return insertGroup(line, group(addition));
        }
        return kin.stream().filter(present -> ALPHABET.compare(present, addition) < 0).max(ALPHABET)
                .map(before -> insertBelow(before, "\n" + line))
                .orElseGet(() -> source.insert(source.begin(kin.stream().min(ALPHABET).orElseThrow()), line + "\n"));
    }

    private String insertGroup(String line, int group) {
        Optional<? extends Node> before = imports.stream().filter(present -> group(present) < group).reduce((former, latter) -> latter);
        if (before.isEmpty() && imports.isEmpty()) {
            before = source.unit().getPackageDeclaration();
        }
        return before.map(node -> insertBelow(node, "\n\n" + line))
                .orElseGet(() -> source.insert(imports.isEmpty() ? 0 : source.begin(imports.get(0)), line + "\n\n"));
    }

    private String insertBelow(Node node, String lines) {
        return source.insert(source.lineEnd(source.end(node)), lines);
    }

    private static int group(ImportDeclaration declaration) {
        if (declaration.isStatic()) {
            return STATIC;
        }
        String name = declaration.getNameAsString().replaceFirst("^javax\\.", "java.");
        return GROUPS.stream().filter(name::startsWith).findFirst().map(GROUPS::indexOf).orElse(OTHERS);
    }

    private static boolean covers(ImportDeclaration present, ImportDeclaration addition) {
        String name = present.isAsterisk() && !addition.isAsterisk() ? qualifier(addition) : addition.getNameAsString();
        return present.isStatic() == addition.isStatic() && present.getNameAsString().equals(name)
                && (present.isAsterisk() || !addition.isAsterisk());
    }

    private static boolean clash(ImportDeclaration present, ImportDeclaration addition) {
        return !present.isAsterisk() && !addition.isAsterisk() && !present.isStatic() && !addition.isStatic()
                && present.getName().getIdentifier().equals(addition.getName().getIdentifier());
    }

    private static String qualifier(ImportDeclaration declaration) {
        return declaration.getName().getQualifier().map(qualifier -> qualifier.asString()).orElse("");
    }
}
