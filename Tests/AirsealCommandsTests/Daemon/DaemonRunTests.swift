import Foundation
import TestSupport
import Testing

/// The real daemon and the commands that speak to it, in a network of their own.
@Suite(.enabled(if: geteuid() == 0, "a network namespace needs root")) struct DaemonRunTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Runs a shell script beside a daemon; `$airseal`, `$control` and `$daemon` (its process id) are set in it.
  private func beside(_ script: String, tracing: Bool = false) throws -> Run {
    let whole = """
      set -e
      export AIRSEAL_STATE=$1/state airseal=$2 control=$1/control
      mkdir -p $1/state
      printf 'self_check:\\n  documents: false\\n' >$1/airseal.yaml
      start() {
        \(tracing ? "strace -f -qq -e trace=socket,socketpair -o $1/trace" : "") \
          $2 --socket $1/control --config $1/airseal.yaml 2>>$1/log &
        daemon=$!
        until "$airseal" status --socket $control >/dev/null 2>&1; do
          if ! kill -0 $daemon; then exit 98; fi
        done
      }
      launch() { start "$dir" "$program"; }
      dir=$1 program=$3
      launch
      \(script)
      kill $daemon 2>/dev/null || :
      wait $daemon || :
      """
    return try Run(
      "/usr/bin/unshare",
      [
        "-n", "-p", "-f", "--mount-proc", "--kill-child", "sh", "-c", whole, "sh", scratch.path,
        Built.airseal, Built.programs + "/airseald",
      ])
  }

  @Test func watchesSealsAndTellsOfItsGaps() throws {
    let run = try beside(
      """
      ip link add left type veth peer name right; ip link set right up; ip link set left up
      "$airseal" journal verify
      kill -9 $daemon; wait $daemon || :
      launch
      "$airseal" journal show --lang en
      "$airseal" journal show --coverage --lang en
      "$airseal" journal verify
      "$airseal" journal export | head -n 1
      """)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.output.contains("link added"))
    #expect(run.output.contains("the watch ended without a word"))
    #expect(run.output.contains("\"kind\":\"watch_started\""))
  }

  @Test func aCutTailIsNamedAndEndsWithFour() throws {
    let run = try beside(
      """
      kill $daemon; wait $daemon || :
      python3 -c 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute("DELETE FROM entry WHERE sequence > 1"); c.commit()' $AIRSEAL_STATE/journal.sqlite
      code=0; "$airseal" journal verify --lang en || code=$?
      echo code $code
      """)
    #expect(run.output.contains("code 4"), "\(run.output) \(run.errors)")
    #expect(run.errors.contains("from 2 on"), "\(run.errors)")
  }

  @Test func aFullCycleOpensNoInternetSocket() throws {
    let run = try beside(
      """
      strace -f -qq -e trace=socket,socketpair -o $dir/client "$airseal" status --socket $control
      strace -f -qq -e trace=socket,socketpair -o $dir/verify "$airseal" journal verify
      ip link add left type veth peer name right
      kill $(cat /proc/$daemon/task/$daemon/children)
      wait $daemon || :
      cat $dir/trace $dir/client $dir/verify
      """, tracing: true)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("AF_NETLINK") && run.output.contains("AF_UNIX"), "\(run.output)")
    #expect(!run.output.contains("AF_INET"), "\(run.output)")
  }

  @Test func noNetworkLibraryIsLinked() throws {
    let run = try Run("/usr/bin/ldd", [Built.programs + "/airseald"])
    #expect(run.output.contains("libc.so"))
    for name in ["curl", "ssl", "gnutls", "nghttp", "FoundationNetworking", "ssh"] {
      #expect(!run.output.contains(name), "\(name)")
    }
  }

  @Test func withoutADaemonTheStatusSaysSo() throws {
    let run = try Run(Built.airseal, ["status", "--socket", scratch.path + "/none", "--lang", "en"])
    #expect(run.status == 3 && run.output.contains("does not run"))
  }

  @Test func anUnknownKeyRefusesToStart() throws {
    let path = scratch.path + "/bad.yaml"
    try "watch:\n  devicez: true\n".write(toFile: path, atomically: true, encoding: .utf8)
    let run = try Run(Built.programs + "/airseald", ["--check-config", "--config", path, "--lang", "en"])
    #expect(run.status == 64 && run.errors.contains("bad.yaml:2:3: unknown key devicez"), "\(run.errors)")
  }
}
