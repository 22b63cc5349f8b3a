package io.silverdata.contract.examples.firstlife;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two runtimes of docs/linked-runtime.md, made by jlink and run. */
class LinkedRuntimeIT {
    private static final Path SOURCES = Path.of("src/test/resources/linked");
    private static final Path PAGE = Path.of("../../docs/quick-start.md");
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final PonPortId PON = new PonPortId(new OltId("olt-1"), 0, 1, 0);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void an_image_of_modules_alone_provisions_an_olt() throws Exception {
        List<Path> needed = modulesNeededBy("io.silverdata.contract.adapters.olt");
        String modulePath = joined(needed);
        Path host = folder.resolve("host");
        tool(
                "javac",
                "-d",
                host.toString(),
                "--module-path",
                modulePath,
                SOURCES.resolve("modules/module-info.java").toString(),
                SOURCES.resolve("modules/linked/Linked.java").toString());

        Path image = link("linked", modulePath + File.pathSeparator + host);

        try (SimulatedOlt olt =
                SimulatedOlt.start(new SimulatedHuawei(List.of(PON), Set.of("home-200"), Set.of("bridge")))) {
            List<String> printed = run(
                    image,
                    "-m",
                    "linked/linked.Linked",
                    Integer.toString(olt.port()),
                    SimulatedOlt.USER,
                    SimulatedOlt.AUTH.reveal(),
                    SimulatedOlt.PRIV.reveal());

            assertThat(printed).last().isEqualTo("ACTIVE, IN_SYNC");
            assertThat(olt.sets()).isNotEmpty();
        }
    }

    @Test
    void all_adapters_run_from_the_class_path_on_a_linked_jdk() throws Exception {
        Path host = folder.resolve("host");
        tool(
                "javac",
                "-d",
                host.toString(),
                "-classpath",
                CLASS_PATH,
                SOURCES.resolve("host/Host.java").toString());
        String modules = tool(
                        "jdeps",
                        "--multi-release",
                        "17",
                        "--ignore-missing-deps",
                        "--print-module-deps",
                        "--recursive",
                        "--class-path",
                        CLASS_PATH,
                        host.toString())
                .lines()
                .reduce("", (before, line) -> line);

        Path image = link(modules, "");

        List<String> page = Files.readAllLines(PAGE);
        List<String> output = page.subList(page.indexOf("```text") + 1, page.size());
        assertThat(run(image, "-cp", host + File.pathSeparator + CLASS_PATH, "Host"))
                .containsSubsequence(output.subList(0, output.indexOf("```")));
    }

    /** The jars and folders of the module and of all that it requires, less those of the JDK. jlink refuses one that has no descriptor. */
    private static List<Path> modulesNeededBy(String root) {
        Map<String, ModuleReference> there = new HashMap<>();
        for (String entry : CLASS_PATH.split(File.pathSeparator, -1)) {
            modulesIn(Path.of(entry))
                    .forEach(module -> there.putIfAbsent(module.descriptor().name(), module));
        }
        Map<String, Path> needed = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            ModuleReference module = there.get(open.remove());
            if (module == null || needed.containsKey(module.descriptor().name())) {
                continue;
            }
            needed.put(module.descriptor().name(), Path.of(module.location().orElseThrow()));
            module.descriptor().requires().stream()
                    .map(requires -> requires.name())
                    .forEach(open::add);
        }
        return new ArrayList<>(needed.values());
    }

    private static Set<ModuleReference> modulesIn(Path entry) {
        try {
            return ModuleFinder.of(entry).findAll();
        } catch (FindException e) {
            return Set.of(); // neither a module nor a jar whose name makes one
        }
    }

    private Path link(String modules, String modulePath) {
        Path image = folder.resolve("image");
        List<String> arguments = new ArrayList<>(
                List.of("--add-modules", modules, "--output", image.toString(), "--no-header-files", "--no-man-pages"));
        if (!modulePath.isEmpty()) {
            arguments.addAll(List.of("--module-path", modulePath));
        }
        tool("jlink", arguments.toArray(String[]::new));
        return image;
    }

    /** What the tool of the JDK printed. */
    private static String tool(String name, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ToolProvider.findFirst(name)
                .orElseThrow()
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        assertThat(code)
                .as("%s %s%n%s%s", name, Arrays.toString(arguments), out, err)
                .isZero();
        return out.toString();
    }

    private static List<String> run(Path image, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }

    private static String joined(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }
}
