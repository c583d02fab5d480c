import CP11Kit
import Foundation
import Glibc

/// A loaded and started PKCS#11 module; its end releases it.
final class TokenModule {
  let functions: CK_FUNCTION_LIST_PTR
  let name: String

  private init(_ functions: CK_FUNCTION_LIST_PTR, _ name: String) throws(TokenError) {
    self.functions = functions
    self.name = name
    let code = p11_kit_module_initialize(functions)
    guard code == CKR_OK else {
      p11_kit_module_release(functions)
      throw .moduleFails(name, Self.words(code))
    }
  }

  deinit {
    p11_kit_module_finalize(functions)
    p11_kit_module_release(functions)
  }

  /// The module that an address names, or all that this machine has configured for p11-kit.
  static func all(for address: TokenAddress) throws(TokenError) -> [TokenModule] {
    if let path = address.modulePath { return [try load(path)] }
    guard let list = p11_kit_modules_load(nil, 0) else {
      throw .moduleFails("p11-kit", p11_kit_message().map { String(cString: $0) } ?? "?")
    }
    var modules: [TokenModule] = []
    var failure: TokenError?
    var next = list
    while let functions = next.pointee {
      let name = p11_kit_module_get_name(functions)
      do throws(TokenError) {
        modules.append(try TokenModule(functions, name.map { String(cString: $0) } ?? "?"))
      } catch {
        failure = error
      }
      free(name)
      next += 1
    }
    free(list)
    guard !modules.isEmpty else { throw failure ?? .noModule }
    return modules
  }

  private static func load(_ path: String) throws(TokenError) -> TokenModule {
    guard access(path, F_OK) == 0 else { throw .moduleAbsent(path) }
    guard path.hasPrefix("/"), isPrivate(path) else { throw .moduleNotTrusted(path) }
    guard let functions = p11_kit_module_load(path, 0) else {
      throw .moduleFails(path, p11_kit_message().map { String(cString: $0) } ?? "?")
    }
    return try TokenModule(functions, path)
  }

  /// Whether the file and all folders above it belong to root or this user, and nobody else may write them.
  private static func isPrivate(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return false }
    defer { free(real) }
    var current = String(cString: real)
    while true {
      var info = stat()
      guard stat(current, &info) == 0, info.st_uid == 0 || info.st_uid == geteuid(),
        info.st_mode & 0o022 == 0
      else { return false }
      if current == "/" { return true }
      current = (current as NSString).deletingLastPathComponent
    }
  }

  static func words(_ code: CK_RV) -> String {
    p11_kit_strerror(code).map { String(cString: $0) } ?? "CKR \(code)"
  }
}
