# An OLT of Huawei's as HUAWEI-XPON-MIB and HUAWEI-ETHERLIKE-EXT-MIB describe it, inside net-snmp's agent.
# Two PON ports; ONTs and service flows are rows that are made with createAndGo and removed with destroy, all in one PDU or not
# at all; every column is checked for type and range before anything is written.

use strict;
use warnings;
use NetSNMP::agent (':all');
use NetSNMP::ASN (':all');
use NetSNMP::OID;
use NetSNMP::default_store (':all');

# values of a SET reach us as text; always the same text, whatever the octets are (3: hexadecimal)
netsnmp_ds_set_int(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_STRING_OUTPUT_FORMAT, 3);

my $PON  = '1.3.6.1.4.1.2011.6.128.1.1.2';
my $FLOW = '1.3.6.1.4.1.2011.5.14.5';
my $IF   = '1.3.6.1.2.1.2.2.1';
my $IFX  = '1.3.6.1.2.1.31.1.1.1';
my ($CREATE_AND_GO, $DESTROY) = (4, 6);

my %port = (4194312192 => 'GPON 0/1/0', 4194312448 => 'GPON 0/1/1');
my %slot = (4194312192 => [0, 1, 0], 4194312448 => [0, 1, 1]);
my %admin = map { $_ => 1 } keys %port;
my %found = (4194312192 => '4857544300000001', 4194312448 => '4857544300000002');
my %known = map { $_ => 1 } ('line-home-100', 'line-home-300', 'srv-home');

# a column: kind of value, then what is allowed; 'must' if a new row needs it
sub number  { my @allowed = @_; return { kind => 'i', check => sub { my $v = shift; scalar grep { $v == $_ } @allowed } } }
sub between { my ($least, $most) = @_; return { kind => 'i', check => sub { $_[0] >= $least && $_[0] <= $most } } }
sub octets  { my ($least, $most) = @_;
              return { kind => 's', length => sub { my $n = length($_[0]) / 2; $n >= $least && $n <= $most } } }

my %ont_columns = (
    2 => number(1 .. 9), 3 => octets(8, 8), 4 => octets(0, 10), 6 => number(1 .. 3),
    7 => octets(0, 32), 8 => octets(0, 32), 9 => octets(0, 128), 10 => number($CREATE_AND_GO, $DESTROY));
my %flow_columns = (
    2 => between(0, 255), 3 => between(0, 255), 4 => between(0, 255), 5 => between(0, 127), 6 => between(0, 1023),
    7 => between(1, 20), 8 => between(1, 4095), 9 => between(-1, 65535), 10 => between(-1, 65535),
    11 => number(1 .. 6, 255), 12 => between(-1, 65535), 13 => number(1, 2), 15 => number($CREATE_AND_GO, $DESTROY),
    16 => between(-1, 4095), 17 => octets(0, 64), 18 => between(0, 8), 21 => octets(0, 32), 22 => octets(0, 32));
my %control_columns = (1 => number(1, 2), 2 => number(1), 3 => number(1), 4 => number(1));

my (%ont, %flow, %pending);

# ---- what can be read -------------------------------------------------------------------------------------------------

sub text { return [ASN_OCTET_STR, unpack('H*', $_[0])] }
sub hex_ { return [ASN_OCTET_STR, $_[0]] }
sub int_ { return [ASN_INTEGER, $_[0]] }

sub view {
    my %seen;
    for my $if (keys %port) {
        $seen{"$IFX.1.$if"} = text($port{$if});
        $seen{"$IF.3.$if"} = int_(250);
        $seen{"$IF.7.$if"} = int_($admin{$if});
        $seen{"$IF.8.$if"} = int_($admin{$if});
        $seen{"$PON.21.1.10.$if"} = int_($admin{$if});
        $seen{"$PON.21.1.16.$if"} = int_(scalar grep { /^$if\./ } keys %ont);
        $seen{"$PON.48.1.2.$if.1"} = hex_($found{$if}) if !grep { $_->{3} eq $found{$if} } values %ont;
    }
    ont_view(\%seen, $_, $ont{$_}) for keys %ont;
    $seen{"$FLOW.1.0"} = int_(next_flow());
    flow_view(\%seen, $_, $flow{$_}) for keys %flow;
    return \%seen;
}

sub ont_view {
    my ($seen, $index, $row) = @_;
    my $up = $row->{active} == 1 && grep { $_ eq $row->{3} } values %found;
    for my $column (2, 6) { $seen->{"$PON.43.1.$column.$index"} = int_($row->{$column}) }
    for my $column (3, 4, 7, 8, 9) { $seen->{"$PON.43.1.$column.$index"} = hex_($row->{$column}) }
    $seen->{"$PON.43.1.10.$index"} = int_(1);
    $seen->{"$PON.46.1.1.$index"} = int_($row->{active});
    $seen->{"$PON.46.1.15.$index"} = int_($up ? 1 : 2);
    $seen->{"$PON.46.1.16.$index"} = int_($up ? 2 : 1);
    $seen->{"$PON.46.1.18.$index"} = int_($up ? 2 : 1);
    $seen->{"$PON.46.1.20.$index"} = int_($up ? 1234 : -1);
    $seen->{"$PON.46.1.24.$index"} = int_($row->{active} == 2 ? 8 : -1);
    $seen->{"$PON.51.1.3.$index"} = int_($up ? 215 : 2147483647);
    $seen->{"$PON.51.1.4.$index"} = int_($up ? -1850 : 2147483647);
    $seen->{"$PON.51.1.6.$index"} = int_($up ? 7890 : 2147483647);
}

sub flow_view {
    my ($seen, $index, $row) = @_;
    for my $column (keys %flow_columns) {
        next if $column == 15 || !defined $row->{$column};
        $seen->{"$FLOW.2.1.$column.$index"} =
            $flow_columns{$column}{kind} eq 's' ? hex_($row->{$column}) : int_($row->{$column});
    }
    $seen->{"$FLOW.2.1.14.$index"} = int_($row->{13} == 1 ? 1 : 2);
    $seen->{"$FLOW.2.1.15.$index"} = int_(1);
    my ($if) = grep { join('/', @{ $slot{$_} }) eq "$row->{2}/$row->{3}/$row->{4}" } keys %slot;
    $seen->{"$FLOW.5.1.7.$if.4.$row->{5}.$row->{6}.0.$row->{11}.$row->{12}"} = int_($index) if defined $if;
}

sub next_flow {
    for my $index (1 .. 9) { return $index if !exists $flow{$index} }
    return 0;
}

# ---- what can be written ----------------------------------------------------------------------------------------------

# the table, its columns and the row that an object belongs to
sub locate {
    my ($oid) = @_;
    return ('ont', \%ont_columns, $1, $2) if $oid =~ /^\Q$PON\E\.43\.1\.(\d+)\.(\d+\.\d+)$/;
    return ('control', \%control_columns, $1, $2) if $oid =~ /^\Q$PON\E\.46\.1\.(\d+)\.(\d+\.\d+)$/;
    return ('flow', \%flow_columns, $1, $2) if $oid =~ /^\Q$FLOW\E\.2\.1\.(\d+)\.(\d+)$/;
    return ('port', { 7 => number(1, 2) }, $1, $2) if $oid =~ /^\Q$IF\E\.(\d+)\.(\d+)$/;
    return;
}

sub raw {
    my ($request) = @_;
    my $value = $request->getValue();
    return $value if $request->getType() != ASN_OCTET_STR;
    $value =~ s/Hex-STRING://;
    $value =~ s/[^0-9A-Fa-f]//g;
    return lc $value;
}

sub fault_of_value {
    my ($columns, $column, $request) = @_;
    my $rule = $columns->{$column} or return SNMP_ERR_NOTWRITABLE;
    my $type = $rule->{kind} eq 's' ? ASN_OCTET_STR : ASN_INTEGER;
    my $other = $rule->{kind} eq 's' ? ASN_OCTET_STR : ASN_UNSIGNED;
    return SNMP_ERR_WRONGTYPE if $request->getType() != $type && $request->getType() != $other;
    my $value = raw($request);
    return SNMP_ERR_WRONGLENGTH if $rule->{length} && !$rule->{length}->($value);
    return SNMP_ERR_WRONGVALUE if $rule->{check} && !$rule->{check}->($value);
    return 0;
}

# collects the PDU into %pending; returns at the first object that is wrong in itself
sub reserve {
    my ($requests) = @_;
    for (my $request = $requests; $request; $request = $request->next()) {
        my $oid = join '.', $request->getOID()->to_array();
        my ($table, $columns, $column, $index) = locate($oid);
        my $fault = defined $table ? fault_of_value($columns, $column, $request) : SNMP_ERR_NOTWRITABLE;
        return ($request, $fault) if $fault;
        $pending{$table}{$index}{$column} = raw($request);
    }
    return;
}

sub fault_of_row {
    my ($table, $index, $change) = @_;
    return exists $ont{$index} ? 0 : SNMP_ERR_NOCREATION if $table eq 'control';
    return exists $port{$index} ? 0 : SNMP_ERR_NOCREATION if $table eq 'port';
    my ($rows, $status, @must) = $table eq 'ont' ? (\%ont, 10, 3) : (\%flow, 15, 2, 3, 4, 5, 6, 7, 8, 11);
    my $action = $change->{$status} // 0;
    if ($action == $DESTROY) { return $table eq 'ont' && has_flows($index) ? SNMP_ERR_INCONSISTENTVALUE : 0 }
    if ($action == $CREATE_AND_GO) {
        return SNMP_ERR_INCONSISTENTVALUE if exists $rows->{$index};
        return SNMP_ERR_INCONSISTENTVALUE if grep { !defined $change->{$_} } @must;
    }
    elsif (!exists $rows->{$index}) { return SNMP_ERR_NOCREATION }
    return $table eq 'ont' ? fault_of_ont($index, $change, $action) : fault_of_flow($change);
}

sub fault_of_ont {
    my ($index, $change, $action) = @_;
    my ($if, $id) = split /\./, $index;
    return SNMP_ERR_NOCREATION if !exists $port{$if} || $id > 127;
    for my $column (7, 8) {
        return SNMP_ERR_INCONSISTENTVALUE if length($change->{$column} // '') && !$known{ pack 'H*', $change->{$column} };
    }
    return SNMP_ERR_INCONSISTENTVALUE
        if $action == $CREATE_AND_GO && grep { $_->{3} eq $change->{3} } values %ont;
    return 0;
}

sub fault_of_flow {
    my ($change) = @_;
    return 0 if !defined $change->{5};
    my ($if) = grep { join('/', @{ $slot{$_} }) eq "$change->{2}/$change->{3}/$change->{4}" } keys %slot;
    return defined $if && exists $ont{"$if.$change->{5}"} ? 0 : SNMP_ERR_INCONSISTENTVALUE;
}

sub has_flows {
    my ($index) = @_;
    my ($if, $id) = split /\./, $index;
    return grep { $_->{5} == $id && "$_->{2}/$_->{3}/$_->{4}" eq join('/', @{ $slot{$if} // [] }) } values %flow;
}

sub commit {
    my %new_ont = (2 => 1, 4 => '', 6 => 1, 7 => '', 8 => '', 9 => '', active => 1);
    for my $index (keys %{ $pending{ont} // {} }) {
        my $change = $pending{ont}{$index};
        if (($change->{10} // 0) == $DESTROY) { delete $ont{$index}; next }
        $ont{$index} = { %{ $ont{$index} // \%new_ont }, %$change };
    }
    for my $index (keys %{ $pending{flow} // {} }) {
        my $change = $pending{flow}{$index};
        if (($change->{15} // 0) == $DESTROY) { delete $flow{$index}; next }
        $flow{$index} = { %{ $flow{$index} // { 12 => -1, 13 => 1 } }, %$change };
    }
    for my $index (keys %{ $pending{control} // {} }) {
        $ont{$index}{active} = $pending{control}{$index}{1} if defined $pending{control}{$index}{1};
    }
    $admin{$_} = $pending{port}{$_}{7} for keys %{ $pending{port} // {} };
}

# ---- the agent --------------------------------------------------------------------------------------------------------

sub in_order {
    my @left = split /\./, $a;
    my @right = split /\./, $b;
    for my $i (0 .. $#left) {
        return 1 if $i > $#right;
        return $left[$i] <=> $right[$i] if $left[$i] != $right[$i];
    }
    return @left <=> @right;
}

sub answer {
    my ($request, $oid, $value) = @_;
    $request->setOID(NetSNMP::OID->new(".$oid"));
    $request->setValue($value->[0], $value->[0] == ASN_OCTET_STR ? pack('H*', $value->[1]) : $value->[1]);
}

sub read_next {
    my ($request, $seen) = @_;
    my $asked = join '.', $request->getOID()->to_array();
    my @later = grep { my ($x, $y) = ($_, $asked); local ($a, $b) = ($x, $y); in_order() > 0 } keys %$seen;
    my ($next) = sort in_order @later;
    answer($request, $next, $seen->{$next}) if defined $next;
}

sub handle {
    my ($handler, $registration, $info, $requests) = @_;
    my $mode = $info->getMode();
    if ($mode == MODE_GET || $mode == MODE_GETNEXT) {
        my $seen = view();
        for (my $request = $requests; $request; $request = $request->next()) {
            my $oid = join '.', $request->getOID()->to_array();
            if ($mode == MODE_GETNEXT) { read_next($request, $seen) }
            elsif ($seen->{$oid}) { answer($request, $oid, $seen->{$oid}) }
        }
    }
    elsif ($mode == MODE_SET_RESERVE1) {
        my ($wrong, $fault) = reserve($requests);
        $wrong->setError($info, $fault) if $wrong;
    }
    elsif ($mode == MODE_SET_RESERVE2) {
        for (my $request = $requests; $request; $request = $request->next()) {
            my ($table, undef, undef, $index) = locate(join '.', $request->getOID()->to_array());
            my $fault = fault_of_row($table, $index, $pending{$table}{$index});
            if ($fault) { $request->setError($info, $fault); last }
        }
    }
    elsif ($mode == MODE_SET_COMMIT) { commit(); %pending = () }
    elsif ($mode == MODE_SET_FREE || $mode == MODE_SET_UNDO) { %pending = () }
}

our $agent;
$agent->register('olt-pon', ".$PON", \&handle);
$agent->register('olt-flow', ".$FLOW", \&handle);
$agent->register('olt-if', ".$IF", \&handle);
$agent->register('olt-ifx', ".$IFX", \&handle);
