package io.silverdata.contract.examples.benchmarks.olt;

import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Net-snmp at one OLT: its tools, a process for each request, and its library in one Perl process that keeps its session. */
public final class NetSnmp implements AutoCloseable {
    private static final String PERL = """
            use strict; use warnings; use SNMP; $| = 1;
            my ($port, $user, $auth, $priv) = @ARGV;
            my $s = SNMP::Session->new(DestHost => "127.0.0.1:$port", Version => 3, SecLevel => 'authPriv',
              SecName => $user, AuthProto => 'SHA-256', AuthPass => $auth, PrivProto => 'AES', PrivPass => $priv,
              UseNumeric => 1, Timeout => 10000000) or die "no session";
            while (my $line = <STDIN>) {
              chomp $line;
              my ($type, @rest) = split / /, $line;
              if ($type eq 'SET') {
                my @v;
                while (@rest) {
                  my ($oid, $t, $value) = splice @rest, 0, 3;
                  push @v, [$oid, '', $t eq 'x' ? pack('H*', $value) : $value, $t eq 'x' ? 'OCTETSTR' : 'INTEGER'];
                }
                $s->set(SNMP::VarList->new(@v));
              } elsif ($type eq 'GET_BULK') {
                my $rows = shift @rest;
                $s->getbulk(0, $rows, SNMP::VarList->new(map { [$_, ''] } @rest));
              } elsif ($type eq 'GET_NEXT') {
                $s->getnext(SNMP::VarList->new(map { [$_, ''] } @rest));
              } else {
                $s->get(SNMP::VarList->new(map { [$_, ''] } @rest));
              }
              print $s->{ErrorNum} ? "error $s->{ErrorStr}\\n" : "ok\\n";
            }
            """;

    private final int port;
    private final Process perl;
    private final BufferedReader answers;
    private final PrintWriter requests;

    /** For the OLT at a UDP port of this machine. */
    public NetSnmp(int port) throws IOException {
        this.port = port;
        Path script = Files.createTempFile("netsnmp", ".pl");
        script.toFile().deleteOnExit();
        Files.writeString(script, PERL);
        perl = new ProcessBuilder(
                        "perl",
                        script.toString(),
                        Integer.toString(port),
                        SimulatedOlt.USER,
                        SimulatedOlt.AUTH.reveal(),
                        SimulatedOlt.PRIV.reveal())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(perl.getInputStream(), StandardCharsets.UTF_8));
        requests = new PrintWriter(perl.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Sends requests one after the other, over the session of the library. */
    void byLibrary(List<String> recorded) throws IOException {
        for (String request : recorded) {
            requests.println(request);
            String answer = answers.readLine();
            if (!"ok".equals(answer)) {
                throw new IllegalStateException(request + ": " + answer);
            }
        }
    }

    /** Sends requests one after the other, each with the tool for it. */
    void byTools(List<String> recorded) throws IOException, InterruptedException {
        for (String request : recorded) {
            List<String> words = Arrays.asList(request.split(" "));
            switch (words.get(0)) {
                case "SET" -> run("snmpset", List.of(), words.subList(1, words.size()));
                case "GET_BULK" ->
                    run("snmpbulkget", List.of("-Cn0", "-Cr" + words.get(1)), words.subList(2, words.size()));
                case "GET_NEXT" -> run("snmpgetnext", List.of(), words.subList(1, words.size()));
                default -> run("snmpget", List.of(), words.subList(1, words.size()));
            }
        }
    }

    /** Walks columns one after the other with snmpbulkwalk; how many lines it told. */
    public long walk(int rows, List<String> columns) throws IOException, InterruptedException {
        long lines = 0;
        for (String column : columns) {
            lines += run("snmpbulkwalk", List.of("-Cr" + rows), List.of(column));
        }
        return lines;
    }

    private long run(String tool, List<String> options, List<String> objects) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                tool,
                "-v3",
                "-l",
                "authPriv",
                "-u",
                SimulatedOlt.USER,
                "-a",
                "SHA-256",
                "-A",
                SimulatedOlt.AUTH.reveal(),
                "-x",
                "AES",
                "-X",
                SimulatedOlt.PRIV.reveal(),
                "-t",
                "10",
                "-m",
                "",
                "-On"));
        command.addAll(options);
        command.add("127.0.0.1:" + port);
        command.addAll(objects);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        long lines;
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            // told after the last object of an OLT
            lines = told.lines()
                    .filter(line -> !line.contains("No more variables"))
                    .count();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue());
        }
        return lines;
    }

    @Override
    public void close() {
        perl.destroy();
    }
}
