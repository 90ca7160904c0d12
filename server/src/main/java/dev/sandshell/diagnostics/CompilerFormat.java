package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GNU's form, {@code path:line:column: severity: message [code]}, of gcc, clang, {@code shellcheck -f gcc} and whoever else
 * keeps to it.
 */
final class CompilerFormat implements Format {
    private static final Pattern SAID = Pattern.compile("((?:fatal )?error|warning|note|remark|info|style): +(.+)");
    private static final Pattern CODE = Pattern.compile("(.*?) +\\[(-W[^\\[\\]]+|SC\\d+|[a-z][\\w-]*)]");
    private static final Pattern C_FAMILY = Pattern.compile(
            ".*\\.(?:[cChHiSsm]|cc|cpp|cxx|c\\+\\+|CPP|hh|hpp|hxx|h\\+\\+|inl|inc|ipp|tcc|mm|cu|cuh)|.*/c\\+\\+/.*");

    private final String compiler;

    /**
     * @param compiler which of the two it is, since the lines do not tell
     */
    CompilerFormat(String compiler) {
        this.compiler = compiler;
    }

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        Location at = line.location();
        if (at == null) {
            return false;
        }
        Matcher said = SAID.matcher(at.rest());
        if (!said.matches()) {
            return false;
        }
        Matcher coded = CODE.matcher(said.group(2));
        boolean hasCode = coded.matches();
        String code = hasCode ? coded.group(2) : null;
        String message = hasCode ? coded.group(1) : said.group(2);
        String source = sourceOf(at.path(), code);
        found.accept(new Finding(
                null,
                at.path(),
                at.line(),
                at.column(),
                compiler.equals(source) ? Columns.CELLS_OR_BYTES : Columns.CODE_POINTS,
                Severity.of(said.group(1)),
                source,
                code,
                message));
        return true;
    }

    private @Nullable String sourceOf(String path, @Nullable String code) {
        if (code != null && code.startsWith("SC")) {
            return "shellcheck";
        }
        return C_FAMILY.matcher(path).matches() ? compiler : null;
    }
}
