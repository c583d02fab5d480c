import Journal
import LinuxHost
import Testing

@testable import Monitoring

/// Only what changes becomes an event.
@Suite struct NetworkPictureTests {
  private func link(_ index: Int, _ name: String, up: Bool, bytes: UInt64 = 0) -> NetworkState.Link {
    NetworkState.Link(
      index: index, name: name, hardwareType: 1, flags: up ? 1 : 0, operstate: up ? "up" : "down",
      carrier: up, rxBytes: bytes)
  }

  private let address = NetworkState.Address(linkIndex: 2, address: "192.0.2.7", prefixLength: 24)
  private let route = NetworkState.Route(
    family: "inet", destination: "0.0.0.0", prefixLength: 0, gateway: "192.0.2.1", linkIndex: 2)

  private func kinds(_ events: [JournalEvent]) -> [EventKind] { events.map(\.kind) }

  @Test func countersAreNoChange() {
    var picture = NetworkPicture()
    #expect(kinds(picture.note(.link(link(2, "eth0", up: true)))) == [.linkAdded])
    #expect(picture.note(.link(link(2, "eth0", up: true, bytes: 900))) == [])
    #expect(kinds(picture.note(.link(link(2, "eth0", up: false)))) == [.linkChanged])
  }

  @Test func routesGoWithTheirLink() {
    var picture = NetworkPicture()
    _ = picture.note(.link(link(2, "eth0", up: true)))
    #expect(kinds(picture.note(.address(address))) == [.addressAdded])
    #expect(kinds(picture.note(.route(route))) == [.routeAdded])
    let down = picture.note(.link(link(2, "eth0", up: false)))
    #expect(kinds(down) == [.linkChanged, .routeRemoved])
    #expect(down.last?.detail["gateway"] == "192.0.2.1" && down.last?.detail["link"] == "eth0")
    #expect(picture.note(.routeGone(route)) == [])
  }

  @Test func afterALossTheDifferenceIsTold() {
    var picture = NetworkPicture()
    _ = picture.note(.link(link(2, "eth0", up: true)))
    _ = picture.note(.address(address))
    let events = picture.compare(with: NetworkState(links: [link(3, "usb0", up: true)]))
    #expect(kinds(events) == [.linkRemoved, .linkAdded, .addressRemoved])
    #expect(events[1].detail["link"] == "usb0")
    #expect(picture.compare(with: NetworkState(links: [link(3, "usb0", up: true)])) == [])
  }

  @Test func whatWasThereBeforeTheWatchIsToldAsPresent() {
    var picture = NetworkPicture()
    let state = NetworkState(links: [link(2, "eth0", up: true)], addresses: [address], routes: [route])
    #expect(
      kinds(picture.compare(with: state, newLink: .linkPresent)) == [
        .linkPresent, .addressAdded, .routeAdded,
      ])
  }

  @Test func routesOfTheLocalTableAreTheKernels() {
    var picture = NetworkPicture()
    var local = route
    local.table = 255
    #expect(picture.note(.route(local)) == [])
  }
}
