#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes that end where a page ends that can't be read: reading one byte too many stops the test.
final class GuardedBytes {
    let bytes: UnsafeRawBufferPointer
    private let pages: UnsafeMutableRawPointer
    private let length: Int

    init(_ content: some Collection<UInt8>) {
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let room = (content.count + page - 1) / page * page
        length = room + page
        let flags = MAP_PRIVATE | MAP_ANONYMOUS
        guard let pages = mmap(nil, length, PROT_READ | PROT_WRITE, flags, -1, 0), pages != MAP_FAILED else {
            fatalError("out of memory")
        }
        self.pages = pages
        mprotect(pages + room, page, PROT_NONE)
        let start = pages + (room - content.count)
        UnsafeMutableRawBufferPointer(start: start, count: content.count).copyBytes(from: content)
        bytes = UnsafeRawBufferPointer(start: start, count: content.count)
    }

    deinit { munmap(pages, length) }
}
