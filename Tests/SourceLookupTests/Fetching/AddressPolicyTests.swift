import Testing

@testable import SourceLookup

@Suite("The address policy")
struct AddressPolicyTests {
  @Test(
    "refuses what is not public, in every disguise",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.9", "169.254.169.254",
      "172.16.0.1",
      "172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1",
      "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
      "2001:db8::1", "fc00::1", "fd12::1", "fe80::1", "ff02::1", "64:ff9b:1::1", "2001:0:1::1",
    ]
  )
  func refuses(text: String) throws {
    #expect(!AddressPolicy.publicOnly.permits(try #require(IPAddress(text)), port: 80))
  }

  @Test(
    "permits public addresses",
    arguments: [
      "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "::ffff:1.1.1.1",
      "64:ff9b::101:101",
    ]
  )
  func permits(text: String) throws {
    #expect(AddressPolicy.publicOnly.permits(try #require(IPAddress(text)), port: 443))
  }

  @Test("allows what is named, on the named port only")
  func exceptions() throws {
    let loopback = try #require(IPAddress("127.0.0.1"))
    let policy = AddressPolicy.publicOnly.allowing(loopback, port: 8080)
    #expect(policy.permits(loopback, port: 8080))
    #expect(policy.permits(try #require(IPAddress("::ffff:127.0.0.1")), port: 8080))
    #expect(!policy.permits(loopback, port: 80))
    #expect(AddressPolicy.publicOnly.allowing(loopback).permits(loopback, port: 1))
  }

  @Test("reads and writes addresses", arguments: ["192.0.2.1", "2001:db8::1", "::1"])
  func spelling(text: String) {
    #expect(IPAddress(text)?.description == text)
  }

  @Test(
    "reads no other spelling",
    arguments: ["127.1", "2130706433", "0x7f.1", "0177.0.0.1", "localhost", "[::1]", ""]
  )
  func strict(text: String) {
    #expect(IPAddress(text) == nil)
  }
}

@Suite("A web address")
struct WebAddressTests {
  @Test(
    "is taken apart as libcurl does",
    arguments: [
      ("HTTP://Example.ORG", "http://example.org/", "example.org", 80),
      (
        "https://example.org:8443/a b?c=é#d", "https://example.org:8443/a%20b?c=%C3%A9",
        "example.org", 8443
      ),
      (" https://example.org/x ", "https://example.org/x", "example.org", 443),
    ]
  )
  func reads(text: String, whole: String, host: String, port: Int) throws {
    let address = try #require(WebAddress(text))
    #expect(address.text.lowercased() == whole.lowercased())
    #expect(address.host == host)
    #expect(address.port == port)
  }

  @Test(
    "is of http or https, without a user name",
    arguments: [
      "", "example.org", "file:///etc/hostname", "ftp://example.org/", "gopher://example.org/",
      "http://user@example.org/", "http://a:b@127.0.0.1/", "javascript:alert(1)", "http://",
      "http://exa mple.org/", "\u{0}",
    ]
  )
  func refuses(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test("leads on as links do")
  func resolves() throws {
    let address = try #require(WebAddress("https://example.org/a/b?c"))
    #expect(address.resolving("../d é")?.text == "https://example.org/d%20%C3%A9")
    #expect(address.resolving("//other.example/x")?.text == "https://other.example/x")
    #expect(address.resolving("file:///etc/passwd") == nil)
    #expect(address.resolving("?q=1")?.text == "https://example.org/a/b?q=1")
  }
}
