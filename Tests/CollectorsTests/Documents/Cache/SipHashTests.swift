import Testing

@testable import Collectors

/// The test vectors of the reference implementation, for inputs of whole words.
struct SipHashTests {
  @Test func vectors() {
    let hash = SipHash((0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
    #expect(hash.digest([]) == 0x726f_db47_dd0e_0e31)
    #expect(hash.digest([0x0706_0504_0302_0100]) == 0x93f5_f579_9a93_2462)
  }
}
