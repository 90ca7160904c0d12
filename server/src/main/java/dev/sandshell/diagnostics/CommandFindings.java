package dev.sandshell.diagnostics;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is found in the output of one run of one command; nothing twice, and no more than {@value #MOST}. Then it looks at
 * no more output. Confined to its caller.
 */
public final class CommandFindings {
    static final int MOST = 1_000;

    /** A line that is shorter says nothing that we know. */
    private static final int SHORTEST = 8;

    private static final Pattern CLANG = Pattern.compile("\\bclang");

    private final String compiler;
    private final MakeFolders folders = new MakeFolders();
    private final Map<String, Stream> streams = new HashMap<>();
    private final Set<Finding> all = new LinkedHashSet<>();
    private List<Finding> fresh = new ArrayList<>();

    public CommandFindings(String command) {
        compiler = CLANG.matcher(command).find() ? "clang" : "gcc";
    }

    /** This has come on that stream. */
    public void accept(String stream, String text) {
        if (all.size() < MOST) {
            streams.computeIfAbsent(stream, fresh -> new Stream()).lines.accept(text);
        }
    }

    /** Nothing comes any more. */
    public void end() {
        streams.values().forEach(Stream::end);
        streams.clear();
    }

    public boolean hasFresh() {
        return !fresh.isEmpty();
    }

    /** What was found since the last time. */
    public ImmutableList<Finding> takeFresh() {
        ImmutableList<Finding> taken = ImmutableList.copyOf(fresh);
        fresh = new ArrayList<>();
        return taken;
    }

    /** The folders that the output has named. */
    public ImmutableList<String> folders() {
        return folders.all();
    }

    private void add(Finding finding) {
        Finding placed = finding.in(folders.current());
        if (all.size() < MOST && all.add(placed)) {
            fresh.add(placed);
        }
    }

    /** One stream; a line of each tool's can begin only what the same stream goes on with. */
    private final class Stream implements OutputLines.Reader {
        private final OutputLines lines = new OutputLines(this);
        private final ImmutableList<Format> formats = ImmutableList.of(
                new JavacFormat(),
                new PanicFormat(),
                new MavenFormat(),
                new RustFormat(),
                new PytestFormat(),
                new TypescriptFormat(),
                new EslintFormat(),
                new GoFormat(),
                new ShellcheckFormat(),
                new CompilerFormat(compiler));

        private boolean isWithin;

        @Override
        public void line(String text, String previous) {
            if ((!isWithin && text.length() < SHORTEST) || folders.take(text)) {
                return;
            }
            Line line = Line.of(text, previous);
            boolean isTaken = false;
            for (int i = 0; i < formats.size() && !isTaken; i++) {
                isTaken = formats.get(i).take(line, CommandFindings.this::add);
            }
            isWithin = (isTaken || isWithin) && isWithin();
        }

        @Override
        public boolean wantsNext() {
            return isWithin;
        }

        private boolean isWithin() {
            for (Format format : formats) {
                if (format.isWithin()) {
                    return true;
                }
            }
            return false;
        }

        private void end() {
            lines.end();
            formats.forEach(format -> format.end(CommandFindings.this::add));
        }
    }
}
