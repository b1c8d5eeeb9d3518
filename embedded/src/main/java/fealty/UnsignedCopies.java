package fealty;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Copies signed jars without their signatures into a folder, and prints the name of each jar it copied.
 *
 * <p>A class archive cannot hold a class of a signed jar, nor any class that extends one, and each such class is checked anew at every
 * start. Neo4j's collection library is signed and half of Neo4j extends it: without its signature a start takes a third less time.
 * Whether a jar is the one its makers published has been settled by Maven's checksum when it was fetched.
 *
 * <p>Arguments: the folder, and a file that names one jar a line.
 */
public final class UnsignedCopies {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

    private UnsignedCopies() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            Path jar = Path.of(line);
            if (copy(jar, folder.resolve(jar.getFileName()))) System.out.println(line);
        }
    }

    private static boolean copy(Path jar, Path copy) throws IOException {
        try (JarFile from = new JarFile(jar.toFile(), false)) {
            if (from.stream().noneMatch(entry -> SIGNATURE.matcher(entry.getName()).matches())) return false;
            try (OutputStream file = Files.newOutputStream(copy);
                    JarOutputStream to = new JarOutputStream(file, unsigned(from.getManifest()))) {
                for (JarEntry entry : (Iterable<JarEntry>) from.stream()::iterator) {
                    String name = entry.getName();
                    if (name.equalsIgnoreCase(JarFile.MANIFEST_NAME) || SIGNATURE.matcher(name).matches()) continue;
                    JarEntry kept = new JarEntry(name);
                    kept.setTime(entry.getTime());
                    to.putNextEntry(kept);
                    try (InputStream content = from.getInputStream(entry)) {
                        content.transferTo(to);
                    }
                    to.closeEntry();
                }
            }
        }
        return true;
    }

    /** The manifest's word on the whole jar; the rest is a digest for each of its files. */
    private static Manifest unsigned(Manifest signed) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putAll(signed.getMainAttributes());
        manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }
}
