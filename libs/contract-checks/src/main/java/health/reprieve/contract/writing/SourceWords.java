package health.reprieve.contract.writing;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.JavadocProvider;

/**
 * Reads the comments in the sources, so that what programs' authors read stands where the code is, once. The compiler
 * itself reads them: an annotation processor would have to put them into the service.
 */
final class SourceWords implements JavadocProvider {

    private static final String NO_WORDS = "";

    private final List<Path> roots;
    private final Map<String, Comment> comments = new HashMap<>();

    SourceWords(List<Path> modules) {
        roots = modules.stream()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** What a comment says, and what it says of each parameter or record component. */
    private record Comment(String words, Map<String, String> parameters) {
        static final Comment NONE = new Comment(NO_WORDS, Map.of());
    }

    @Override
    public String getClassJavadoc(Class<?> type) {
        return of(type, NO_WORDS).words();
    }

    @Override
    public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
        return of(type, NO_WORDS).parameters();
    }

    @Override
    public String getMethodJavadocDescription(Method method) {
        return of(method).words();
    }

    @Override
    public @Nullable String getParamJavadoc(Method method, String name) {
        return of(method).parameters().get(name);
    }

    @Override
    public String getFirstSentence(String text) {
        return DocText.firstSentence(text);
    }

    @Override
    public String getMethodJavadocReturn(Method method) {
        return NO_WORDS;
    }

    @Override
    public Map<String, String> getMethodJavadocThrows(Method method) {
        return Map.of();
    }

    @Override
    public String getFieldJavadoc(Field field) {
        return NO_WORDS;
    }

    private Comment of(Method method) {
        return of(method.getDeclaringClass(), "#" + method.getName());
    }

    private Comment of(Class<?> type, String member) {
        var top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        if (comments.putIfAbsent(top.getName(), Comment.NONE) == null) {
            read(top);
        }
        return comments.getOrDefault(type.getName() + member, Comment.NONE);
    }

    private void read(Class<?> top) {
        var file = top.getName().replace('.', '/') + ".java";
        roots.stream()
                .map(root -> root.resolve(file))
                .filter(Files::isRegularFile)
                .forEach(this::read);
    }

    private void read(Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            var trees = DocTrees.instance(task);
            for (var unit : task.parse()) {
                new Reader(unit, trees).scan(unit, null);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private String within;

        Reader(CompilationUnitTree unit, DocTrees trees) {
            this.trees = trees;
            this.within = unit.getPackageName() + ".";
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var outside = within;
            note(outside + type.getSimpleName());
            within = outside + type.getSimpleName() + "$";
            super.visitClass(type, null);
            within = outside;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            note(within.substring(0, within.length() - 1) + "#" + method.getName());
            return super.visitMethod(method, null);
        }

        private void note(String name) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                comments.put(name, new Comment(DocText.of(comment.getFullBody()), parameters(comment)));
            }
        }

        private static Map<String, String> parameters(DocCommentTree comment) {
            var parameters = new HashMap<String, String>();
            for (var tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree parameter) {
                    parameters.put(parameter.getName().toString(), DocText.of(parameter.getDescription()));
                }
            }
            return parameters;
        }
    }
}
