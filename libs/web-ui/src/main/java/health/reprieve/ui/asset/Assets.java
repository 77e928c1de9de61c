package health.reprieve.ui.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * Everything under {@code /assets/}, read once at the start: it is small. An asset's address carries a hash of its
 * content ({@code ui-0f3a….css}), so a browser may keep it for ever and still gets every change at once.
 */
final class Assets {

    private static final String PREFIX = "/assets/";
    private static final int HASH_LENGTH = 12;
    private static final Pattern HASHED = Pattern.compile("(.+)-([0-9a-f]{" + HASH_LENGTH + "})(\\.[a-z0-9]+)");

    private final Map<String, Asset> byPath;

    private Assets(Map<String, Asset> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /**
     * One file.
     *
     * @param path its address without a hash
     * @param hash changes with the content
     * @param type what it is
     * @param content its bytes, in memory
     */
    record Asset(String path, String hash, MediaType type, ByteArrayResource content) {

        String address() {
            var dot = path.lastIndexOf('.');
            return path.substring(0, dot) + "-" + hash + path.substring(dot);
        }
    }

    /**
     * An asset that was asked for.
     *
     * @param exact whether it was asked for by its present hash; an older page, or an older front door beside a newer
     *     service, still gets a style, but must not keep it
     */
    record Found(Asset asset, boolean exact) {}

    /** Reads what lies in {@code static/assets} on the class path, and htmx. */
    static Assets onClassPath() {
        var files = new TreeMap<String, Asset>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file : resolver.getResources("classpath*:/static/assets/**/*.*")) {
                add(files, after(file.getURL().toString(), "/static" + PREFIX), file);
            }
            for (Resource file :
                    resolver.getResources("classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js")) {
                add(files, "js/htmx.min.js", file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The assets on the class path cannot be read", e);
        }
        return new Assets(files);
    }

    private static void add(Map<String, Asset> files, String name, Resource file) throws IOException {
        var content = file.getContentAsByteArray();
        var path = PREFIX + name;
        files.put(path, new Asset(path, hash(content), type(name), new ByteArrayResource(content)));
    }

    private static MediaType type(String name) {
        var type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }

    private static String after(String url, String marker) {
        return url.substring(url.lastIndexOf(marker) + marker.length());
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address to write into a page: hashed for an asset, as it is for anything else. */
    String address(String url) {
        var asset = byPath.get(url);
        return asset == null ? url : asset.address();
    }

    /** The asset at a path, with or without a hash in it; null when there is none. */
    @Nullable Found find(String path) {
        var plain = byPath.get(path);
        if (plain != null) {
            return new Found(plain, false);
        }
        var hashed = HASHED.matcher(path);
        if (!hashed.matches()) {
            return null;
        }
        var asset = byPath.get(hashed.group(1) + hashed.group(3));
        return asset == null ? null : new Found(asset, asset.hash().equals(hashed.group(2)));
    }
}
