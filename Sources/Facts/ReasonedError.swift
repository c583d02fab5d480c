/// An error that knows which reason it stands for, and its technical detail.
public protocol ReasonedError: Error {
  var reason: Reason { get }
  var detail: String { get }
}
