package fealty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Neo4j as a child process of Fealty.
 *
 * <p>Arguments: home folder, settings file, preferred port, parent's process id. The first line of standard input is the password,
 * which therefore never stands in an argument or the environment; {@code stop} or the end of input ends the process.
 * Standard output carries one word and its values a line: {@code LOCKED}, {@code PORT_TAKEN wanted}, {@code READY port},
 * {@code FAILED why}.
 */
public final class EmbeddedNeo4j {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_LOCKED = 3;
    private static final int EXIT_HANGING = 4;
    private static final long STOP_DEADLINE_MILLIS = 15_000;
    private static final int OTHER_PORTS = 20;

    private final PrintStream answers;
    private final Path home;
    private final Path store;
    private final Path settings;
    private final int preferredPort;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile DatabaseManagementService service;

    private EmbeddedNeo4j(PrintStream answers, Path home, Path settings, int preferredPort) {
        this.answers = answers;
        this.home = home;
        this.store = home.resolve("neo4j");
        this.settings = settings;
        this.preferredPort = preferredPort;
    }

    public static void main(String[] args) throws IOException {
        // Neo4j and its libraries may print to standard output; what Fealty reads there must be ours alone.
        PrintStream answers = new PrintStream(System.out, true, UTF_8);
        System.setOut(System.err);

        EmbeddedNeo4j neo4j = new EmbeddedNeo4j(answers, Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        String password = orders.readLine();
        if (password == null) Runtime.getRuntime().halt(EXIT_FAILED);
        neo4j.endWithParent(orders, Long.parseLong(args[3]));
        neo4j.run(password);
    }

    private void run(String password) throws IOException {
        Files.createDirectories(store);
        // The system frees a file lock when its holder dies, however it dies: it cannot go stale as a file with a process id can.
        FileChannel channel = FileChannel.open(store.resolve("owner.lock"), CREATE, WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            answers.println("LOCKED");
            Runtime.getRuntime().halt(EXIT_LOCKED);
        }
        Files.deleteIfExists(runFile());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        try {
            setPasswordIfNew(password);
            int port = open();
            writeRunFile(port);
            answers.println("READY " + port);
        } catch (Throwable failure) {
            failure.printStackTrace();
            answers.println("FAILED " + rootMessage(failure));
            // Not System.exit: a store that failed to start may also fail to stop.
            Runtime.getRuntime().halt(EXIT_FAILED);
        }
    }

    /** Two watches on the parent: its pipe closes when it dies, and its process ends even if something else holds the pipe open. */
    private void endWithParent(BufferedReader orders, long parent) {
        ProcessHandle.of(parent).ifPresentOrElse(
                handle -> handle.onExit().thenRun(this::stop), () -> Runtime.getRuntime().halt(EXIT_FAILED));
        Thread watch = new Thread(() -> {
            try {
                String order = orders.readLine();
                while (order != null && !order.equals("stop")) order = orders.readLine();
            } catch (IOException closed) {
                // A broken pipe means the same as its end.
            }
            stop();
        }, "orders");
        watch.setDaemon(true);
        watch.start();
    }

    private void stop() {
        // Neo4j survives a crash at any moment, so a start nobody waits for any more is cut short.
        if (service == null) Runtime.getRuntime().halt(0);
        System.exit(0);
    }

    /** Runs once, as the shutdown hook: on an order, the parent's death and SIGTERM alike. */
    private void close() {
        if (!stopping.compareAndSet(false, true)) return;
        Thread deadline = new Thread(() -> {
            try {
                Thread.sleep(STOP_DEADLINE_MILLIS);
                Runtime.getRuntime().halt(EXIT_HANGING);
            } catch (InterruptedException stopped) {
                // Neo4j is down. What follows may take its time: a training run now writes its archive.
            }
        }, "stop-deadline");
        deadline.setDaemon(true);
        deadline.start();
        try {
            Files.deleteIfExists(runFile());
        } catch (IOException leftBehind) {
            leftBehind.printStackTrace();
        }
        if (service != null) service.shutdown();
        deadline.interrupt();
    }

    /**
     * Sets the password while no port is open, so that nobody can ever sign in with Neo4j's well-known first password. A marker (a
     * hash: the password itself is 256 random bits) saves the work when the store already has it.
     */
    private void setPasswordIfNew(String password) throws IOException {
        Path marker = store.resolve("password.sha256");
        Path unfinished = store.resolve("unfinished");
        Path data = store.resolve("data");
        if (Files.exists(unfinished)) {
            // A store whose making was cut short cannot always be opened. Nobody has reached it yet, so it holds nothing: make it anew.
            Files.deleteIfExists(marker);
            deleteAll(data);
        } else if (!Files.exists(data)) {
            Files.createFile(unfinished);
        }
        String hash = sha256(password);
        if (Files.exists(marker) && Files.readString(marker).equals(hash)) return;
        DatabaseManagementService closed = builder().setConfig(BoltConnector.enabled, false).build();
        try {
            closed.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME).executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        } catch (RuntimeException refused) {
            if (!String.valueOf(rootMessage(refused)).contains("Old password and new password cannot be the same")) throw refused;
        } finally {
            closed.shutdown();
        }
        Files.writeString(marker, hash);
        Files.deleteIfExists(unfinished);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private int open() throws IOException {
        int port = freePort(preferredPort);
        try {
            open(port);
        } catch (RuntimeException failure) {
            // Somebody took the port between the look and the start.
            if (port == 0 || isFree(port)) throw failure;
            answers.println("PORT_TAKEN " + port);
            open(0);
        }
        GraphDatabaseAPI database = (GraphDatabaseAPI) service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        if (!database.isAvailable(60_000)) throw new IllegalStateException("the database did not become available within a minute");
        return database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT).getPort();
    }

    private void open(int port) {
        SocketAddress address = new SocketAddress("127.0.0.1", port);
        service = builder()
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .build();
    }

    private DatabaseManagementServiceBuilder builder() {
        return new DatabaseManagementServiceBuilder(store)
                .loadPropertiesFromFile(settings)
                .setConfig(GraphDatabaseSettings.logs_directory, home.resolve("logs"));
    }

    private int freePort(int wanted) {
        if (wanted == 0 || isFree(wanted)) return wanted;
        answers.println("PORT_TAKEN " + wanted);
        for (int other = wanted + 1; other <= Math.min(wanted + OTHER_PORTS, 65_535); other++) if (isFree(other)) return other;
        return 0;
    }

    private static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        // Some systems allow a second, more particular listener on a port that is in use: so ask for an answer too.
        try (Socket socket = new Socket()) {
            socket.connect(address, 500);
            return false;
        } catch (IOException nobody) {
            // Good: nobody answers.
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private Path runFile() {
        return home.resolve("run.json");
    }

    /** Tells other Fealty processes of the same home where the database is. Written whole or not at all. */
    private void writeRunFile(int port) throws IOException {
        Path draft = home.resolve("run.json.new");
        Files.deleteIfExists(draft);
        if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, "{\"port\":" + port + ",\"pid\":" + ProcessHandle.current().pid() + "}\n");
        Files.move(draft, runFile(), ATOMIC_MOVE);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        return (root.getClass().getSimpleName() + ": " + root.getMessage()).replaceAll("\\s+", " ");
    }
}
